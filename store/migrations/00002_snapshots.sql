-- +goose Up

-- Pages as they were fetched. Times are microseconds since 1970, hashes lower-case hexadecimal.
CREATE TABLE snapshots (
    id            TEXT   NOT NULL PRIMARY KEY,
    url           TEXT   NOT NULL,
    url_sha256    TEXT   NOT NULL, -- indexed in place of the address, which may be longer than an index entry
    final_url     TEXT   NOT NULL,
    fetched_at    BIGINT NOT NULL,
    last_seen     BIGINT NOT NULL,
    status        BIGINT NOT NULL,
    media_type    TEXT   NOT NULL,
    etag          TEXT   NOT NULL,
    last_modified TEXT   NOT NULL,
    raw_sha256    TEXT   NOT NULL,
    text_sha256   TEXT   NOT NULL,
    language      TEXT   NOT NULL,
    title         TEXT   NOT NULL,
    extracted     TEXT   NOT NULL, -- JSON
    raw           BYTEA  NOT NULL, -- zstd
    UNIQUE (url_sha256, raw_sha256)
);
