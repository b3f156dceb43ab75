package translate

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"time"
)

func samples() map[string]memorised {
	when := time.Date(2025, 2, 3, 4, 5, 6, 7000, time.UTC)
	return map[string]memorised{
		"short":         {when, "google", "nmt", "Yes.", "Так."},
		"a sentence":    {when, "google", "nmt", "The ferry across the lake will not run until the ice has melted.", "Паром праз возера не будзе хадзіць, пакуль не растане лёд."},
		"a page":        {when, "libre", "", strings.Repeat("The ferry will not run. ", 500), strings.Repeat("Паром не будзе хадзіць. ", 500)},
		"before 1970":   {time.Unix(-5, 0).UTC(), "x", "", "a", "b"},
		"of many bytes": {when, "x", strings.Repeat("v", 300), "a", "\x00\xff"},
	}
}

func TestValuesComeBack(t *testing.T) {
	var c codec
	for name, m := range samples() {
		t.Run(name, func(t *testing.T) {
			text, when, _, ok := c.decode(c.encode(m), m.original, nil)
			if !ok || text != m.translation || !when.Equal(m.when) {
				t.Errorf("got %q, %v, %v", text, when, ok)
			}
		})
	}
}

// Cyrillic text takes two bytes a letter in UTF-8, and one in the code.
func TestShortValuesTakeAByteALetter(t *testing.T) {
	var c codec
	m := samples()["a sentence"]
	m.original = m.translation
	if n := len(c.encode(m)); n > Characters(m.original, m.translation)+30 {
		t.Errorf("%d bytes for %d", n, len(m.original)+len(m.translation))
	}
}

func FuzzCompact(f *testing.F) {
	f.Add("Дождж — «ў поўдзень» № 5… ʼ 東京 🙂 \xff\x80 é")
	f.Fuzz(func(t *testing.T, s string) {
		code := compact(nil, s)
		if got, ok := expand(nil, code); !ok || string(got) != s {
			t.Errorf("%q became %q, %v", s, got, ok)
		}
		if n := len(code); n > 2*len(s) {
			t.Errorf("%d bytes became %d", len(s), n)
		}
		expand(nil, []byte(s)) // what is no code must not panic
	})
}

func TestLongValuesAreCompressed(t *testing.T) {
	var c codec
	m := samples()["a page"]
	if n := len(c.encode(m)); n > (len(m.original)+len(m.translation))/10 {
		t.Errorf("%d bytes", n)
	}
}

// A value with any bit changed, cut anywhere, or of another text is a miss and never a wrong translation.
func TestDamagedValuesAreMisses(t *testing.T) {
	var c codec
	for name, m := range samples() {
		if name == "a page" {
			continue // too many bits; the sentence is compressed too
		}
		t.Run(name, func(t *testing.T) {
			value := c.encode(m)
			for i := range value {
				if _, _, _, ok := c.decode(value[:i], m.original, nil); ok {
					t.Errorf("cut to %d bytes it is read", i)
				}
				for bit := range 8 {
					value[i] ^= 1 << bit
					if got, _, _, ok := c.decode(value, m.original, nil); ok && got != m.translation {
						t.Errorf("with bit %d of byte %d changed it is %q", bit, i, got)
					}
					value[i] ^= 1 << bit
				}
			}
			if _, _, _, ok := c.decode(value, m.original+"?", nil); ok {
				t.Error("it passes for another text's")
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	var c codec
	for _, m := range samples() {
		f.Add(c.encode(m), m.original)
	}
	f.Fuzz(func(t *testing.T, value []byte, original string) {
		if len(value) >= valueHead { // past the checksum, or nothing else is tried
			value = bytes.Clone(value)
			body := value[valueHead:]
			if value[0] == inZstd {
				c.open()
				body, _ = c.dec.DecodeAll(body, nil)
			}
			binary.BigEndian.PutUint32(value[1:], checksum(value[0], body))
		}
		text, _, _, ok := c.decode(value, original, nil)
		if ok == (text == "") {
			t.Errorf("read %q, %v", text, ok)
		}
	})
}

func TestKeys(t *testing.T) {
	base := func() *Remembered { return &Remembered{about: About{Name: "google", Version: "nmt"}, format: "text"} }
	key := func(r *Remembered, p Pair, text string) string {
		s := []segment{{text: normal(text)}, {text: "x"}}
		r.keys(p, s)
		return s[0].key
	}
	want := key(base(), Pair{"en", "be"}, "Two ships")
	if !strings.HasPrefix(want, "triptych:t1:") || len(want) != keyLength {
		t.Errorf("the key is %q", want)
	}
	if got := key(base(), Pair{"en", "be"}, "  Two\t ships "); got != want {
		t.Error("white space changes the key")
	}
	different := map[string]func() string{
		"text":     func() string { return key(base(), Pair{"en", "be"}, "Two Ships") },
		"target":   func() string { return key(base(), Pair{"en", "ru"}, "Two ships") },
		"source":   func() string { return key(base(), Pair{"de", "be"}, "Two ships") },
		"engine":   func() string { r := base(); r.about.Name = "libre"; return key(r, Pair{"en", "be"}, "Two ships") },
		"version":  func() string { r := base(); r.about.Version = "nmt2"; return key(r, Pair{"en", "be"}, "Two ships") },
		"format":   func() string { r := base(); r.format = "html"; return key(r, Pair{"en", "be"}, "Two ships") },
		"glossary": func() string { r := base(); r.glossary = "g1"; return key(r, Pair{"en", "be"}, "Two ships") },
		"border": func() string {
			r := base()
			r.about = About{Name: "googlen", Version: "mt"}
			return key(r, Pair{"en", "be"}, "Two ships")
		},
	}
	for name, other := range different {
		if other() == want {
			t.Errorf("another %s has the same key", name)
		}
	}
}
