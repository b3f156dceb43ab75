package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// UnmarshalJSON reads what [Bead.MarshalJSON] writes, with the members in any order. It checks the form of one bead:
// whether the beads of an article fit together is [align.Alignment.Check].
func (b *Bead) UnmarshalJSON(data []byte) error {
	var read Bead
	var hasScore bool
	err := members(data, func(key string, value json.RawMessage) error {
		switch key {
		case "score":
			hasScore = true
			return read.readScore(value)
		case "moved":
			return strictly(value, &read.Moved)
		case "evidence":
			return strictly(value, &read.Evidence)
		}
		return read.readSide(key, value)
	})
	if err != nil {
		return fmt.Errorf("read bead: %w", err)
	}
	if !hasScore {
		return errors.New("read bead: score is missing")
	}
	if err := errors.Join(read.checkMoved(), read.checkEvidence()); err != nil {
		return fmt.Errorf("read bead: %w", err)
	}
	*b = read
	return nil
}

func (b *Bead) readScore(value json.RawMessage) error {
	if err := strictly(value, &b.Score); err != nil {
		return fmt.Errorf("score: %w", err)
	}
	if b.Score < 0 || b.Score > 1 {
		return errors.New("score is not between 0 and 1")
	}
	return nil
}

func (b *Bead) readSide(key string, value json.RawMessage) error {
	units := []int{}
	if err := strictly(value, &units); err != nil {
		return fmt.Errorf("units of %q: %w", key, err)
	}
	if len(units) > 0 && units[0] < 0 {
		return fmt.Errorf("units of %q: %d is not the number of a unit", key, units[0])
	}
	for i := 1; i < len(units); i++ {
		if units[i] != units[i-1]+1 {
			return fmt.Errorf("units of %q: %d does not follow %d", key, units[i], units[i-1])
		}
	}
	b.Sides = append(b.Sides, Side{Version: key, Units: units})
	return nil
}

func (b *Bead) checkMoved() error {
	for _, key := range b.Moved {
		if !b.has(key) {
			return fmt.Errorf("%q is moved but has no units", key)
		}
	}
	return nil
}

func (b *Bead) checkEvidence() error {
	for _, e := range b.Evidence {
		for _, w := range e.Words {
			if !b.has(w.Version) {
				return fmt.Errorf("%q is a word of %q, which has no units", w.Text, w.Version)
			}
		}
	}
	return nil
}

// has tells whether a version has units in the bead.
func (b *Bead) has(version string) bool {
	return slices.ContainsFunc(b.Sides, func(s Side) bool { return s.Version == version && len(s.Units) > 0 })
}

// members calls f for each member of a JSON object in the order in which they stand, which a map would lose.
func members(object []byte, f func(key string, value json.RawMessage) error) error {
	dec := json.NewDecoder(bytes.NewReader(object))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return errors.New("it is not a JSON object")
	}
	seen := map[string]bool{}
	for dec.More() {
		t, err := dec.Token()
		if err != nil {
			return err
		}
		key, _ := t.(string)
		if seen[key] {
			return fmt.Errorf("%q stands twice", key)
		}
		seen[key] = true
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		if err := f(key, value); err != nil {
			return err
		}
	}
	return closed(dec)
}

// closed tells whether the decoder stands before the end of an object with nothing after it.
func closed(dec *json.Decoder) error {
	if _, err := dec.Token(); err != nil {
		return err
	}
	if _, err := dec.Token(); err == nil {
		return errors.New("something follows the object")
	}
	return nil
}

// strictly decodes a value that must be there: encoding/json passes over null.
func strictly(value json.RawMessage, into any) error {
	if bytes.Equal(value, []byte("null")) {
		return errors.New("null is not a value here")
	}
	return json.Unmarshal(value, into)
}
