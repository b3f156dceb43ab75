package api

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// maxTokens is more tokens of JSON than any call takes: articles are few and long strings. Without it a body of "[{},{},"
// grows a hundredfold when it is decoded.
const maxTokens = 10_000

// scan reads through a body without keeping any of it and says what is wrong with it: nothing if it is JSON as RFC 8259
// and I-JSON (RFC 7493) have it. encoding/json would choose among members of one name and put U+FFFD for what is not
// UTF-8: an article changed without a word. The decoder's own messages are not passed on, as they quote the input.
func scan(data []byte) error {
	dec := jsontext.NewDecoder(bytes.NewReader(data))
	for range maxTokens {
		_, err := dec.ReadToken()
		switch {
		case err == io.EOF:
			return errors.New("it is blank")
		case err != nil:
			return syntaxFault(err)
		case dec.StackDepth() == 0:
			return nothingAfter(data[dec.InputOffset():], dec.InputOffset())
		}
	}
	return fmt.Errorf("it holds more than %d names and values", maxTokens)
}

// nothingAfter makes sure that a body is one value: a decoder alone would read a row of them.
func nothingAfter(rest []byte, offset int64) error {
	if len(bytes.Trim(rest, " \t\r\n")) > 0 {
		return fmt.Errorf("something follows it (byte %d)", offset)
	}
	return nil
}

func syntaxFault(err error) error {
	what := "it breaks the rules of JSON, which is always UTF-8"
	switch {
	case errors.Is(err, jsontext.ErrDuplicateName):
		what = "two members of one object have the same name"
	case errors.Is(err, io.ErrUnexpectedEOF):
		what = "it ends before it is complete"
	}
	var at *jsontext.SyntacticError
	if !errors.As(err, &at) {
		return errors.New(what)
	}
	return fmt.Errorf("%s (byte %d)", what, at.ByteOffset)
}

// unmarshal decodes a body that passed the scan; unlike encoding/json, it takes no names in another case. huma calls it
// twice for each body: first into an any, which it validates, then into the type of the handler.
func unmarshal(schemas huma.Registry) func([]byte, any) error {
	return func(data []byte, v any) error {
		if err := json.Unmarshal(data, v); err != nil {
			return errors.New("a value is not of a type that is expected there")
		}
		if untyped, ok := v.(*any); ok {
			prune(*untyped, names(schemas))
		}
		return nil
	}
}

// stranger stands for all members of an object whose names no call knows.
const stranger = "?"

// prune puts one stranger for the members with unknown names. huma reports each of them under its name, and takes a name
// with dots for several: its locations, and the time and memory they take, would be in the client's hands.
func prune(v any, names map[string]bool) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			prune(item, names)
		}
	case map[string]any:
		all := len(v)
		maps.DeleteFunc(v, func(name string, _ any) bool { return !names[name] })
		for _, member := range v {
			prune(member, names)
		}
		if len(v) < all {
			v[stranger] = nil
		}
	}
}

// names lists the members of all objects that the API knows.
func names(schemas huma.Registry) map[string]bool {
	names := map[string]bool{}
	for _, s := range schemas.Map() {
		for name := range s.Properties {
			names[name] = true
		}
	}
	return names
}
