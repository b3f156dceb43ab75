package extract

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// failure is one of the sentinel errors told in words that fit the case.
type failure struct {
	kind   error
	detail string
}

func (f *failure) Error() string { return f.detail }
func (f *failure) Unwrap() error { return f.kind }

// decode turns bytes into a valid string, or says what they are instead of text.
func decode(data []byte) (string, error) {
	if kind := fileKind(data); kind != "" {
		return "", &failure{ErrBinary, "this is " + kind + ", not text"}
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return "", &failure{ErrEncoding, "the text is in UTF-32; save it as UTF-8"}
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], binary.LittleEndian, unicode.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], binary.BigEndian, unicode.BigEndian)
	case bytes.IndexByte(data, 0) >= 0:
		if looksUTF16(data) {
			return "", &failure{ErrEncoding, "the text looks like UTF-16 without a byte order mark; save it as UTF-8"}
		}
		return "", ErrBinary
	}
	text := string(data)
	if tooManyControls(text) {
		return "", ErrBinary
	}
	if line, ok := invalidLine(text); ok {
		return "", &failure{ErrEncoding, fmt.Sprintf("the text is not UTF-8 (line %d); save it as UTF-8", line)}
	}
	return text, nil
}

// decodeUTF16 refuses what the decoder would silently replace: half a unit at the end, half a surrogate pair.
func decodeUTF16(data []byte, order binary.ByteOrder, endian unicode.Endianness) (string, error) {
	out, err := unicode.UTF16(endian, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	if err != nil || len(data)%2 != 0 || bytes.Count(out, []byte("\uFFFD")) != countUnits(data, order, utf8.RuneError) {
		return "", &failure{ErrEncoding, "the text is damaged UTF-16; save it as UTF-8"}
	}
	text := string(out)
	if strings.IndexByte(text, 0) >= 0 || tooManyControls(text) {
		return "", ErrBinary
	}
	return text, nil
}

func countUnits(data []byte, order binary.ByteOrder, unit uint16) int {
	n := 0
	for i := 0; i+1 < len(data); i += 2 {
		if order.Uint16(data[i:]) == unit {
			n++
		}
	}
	return n
}

// looksUTF16 tells whether the zero bytes all stand at even or all at odd places, as they do beside ASCII and spaces.
func looksUTF16(data []byte) bool {
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	most := max(zeros[0], zeros[1])
	return len(data)%2 == 0 && min(zeros[0], zeros[1]) == 0 && most >= len(data)/20
}

// tooManyControls tells whether more than one character in a hundred is a control character that text has no use for. A
// stray one or two are forgiven and dropped later.
func tooManyControls(text string) bool {
	controls, all := 0, 0
	for _, r := range text {
		all++
		if isControl(r) {
			controls++
		}
	}
	return controls > 2 && controls*100 > all
}

// invalidLine finds the line of the first byte that is not UTF-8.
func invalidLine(text string) (line int, found bool) {
	if utf8.ValidString(text) {
		return 0, false
	}
	line = 1
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				return line, true
			}
		}
		if r == '\n' {
			line++
		}
	}
	return line, true
}
