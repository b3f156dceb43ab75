-- +goose Up

-- What an engine cost in a month (UTC, '2025-03'), in characters. The row is the lock that serialises reservations.
CREATE TABLE spending (
    engine   TEXT   NOT NULL,
    month    TEXT   NOT NULL,
    billed   BIGINT NOT NULL,
    reserved BIGINT NOT NULL, -- the sum of the reservations below
    saved    BIGINT NOT NULL, -- answered from memory instead
    requests BIGINT NOT NULL,
    PRIMARY KEY (engine, month)
);

-- What may have been spent: a row from before a call until its price is known, or for good if nobody lived to say it.
CREATE TABLE reservations (
    id          TEXT   NOT NULL PRIMARY KEY,
    engine      TEXT   NOT NULL,
    month       TEXT   NOT NULL,
    characters  BIGINT NOT NULL,
    reserved_at BIGINT NOT NULL -- microseconds since 1970
);
