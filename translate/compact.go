package translate

import (
	"strings"
	"unicode/utf8"
)

// Texts of a sentence's length are kept in a code of one byte a letter: ASCII as it is, then the Cyrillic letters of
// U+0400 to U+045F, then the signs below. It halves Cyrillic text and reads at the speed of copying; zstd saves less of
// so short a text and takes longer for each than the rest of the work together.
const (
	cyrillicBase  = 0x400
	cyrillicBytes = 0x80 // the first of 96
	signBytes     = 0xE0
	runeFollows   = 0xFE // any other rune, in UTF-8
	byteFollows   = 0xFF // a byte that is not UTF-8
	signs         = "«»„“”‘’–—…№\u00a0ʼ€°§"
)

// compact appends s in the code.
func compact(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= cyrillicBase && r < cyrillicBase+signBytes-cyrillicBytes:
			dst = append(dst, byte(r-cyrillicBase)+cyrillicBytes)
		case r == utf8.RuneError && size == 1:
			dst = append(dst, byteFollows, s[i])
		default:
			dst = compactSign(dst, s[i:i+size])
		}
		i += size
	}
	return dst
}

func compactSign(dst []byte, sign string) []byte {
	if at := strings.Index(signs, sign); at >= 0 {
		return append(dst, signBytes+byte(utf8.RuneCountInString(signs[:at])))
	}
	return append(append(dst, runeFollows), sign...)
}

// expand appends what the code says; ok is false where it is no code.
func expand(dst, code []byte) (_ []byte, ok bool) {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c < cyrillicBytes:
			dst = append(dst, c)
		case c < signBytes:
			letter := c - cyrillicBytes
			dst = append(dst, 0xD0|letter>>6, 0x80|letter&0x3F)
		default:
			n := 0
			if dst, n = expandSign(dst, code[i:]); n == 0 {
				return dst, false
			}
			i += n - 1
		}
	}
	return dst, true
}

// expandSign appends one sign, and says how many bytes it took; 0 where there is none.
func expandSign(dst, code []byte) ([]byte, int) {
	switch c := code[0]; c {
	case runeFollows:
		r, size := utf8.DecodeRune(code[1:])
		if size == 0 || r == utf8.RuneError && size == 1 {
			return dst, 0
		}
		return utf8.AppendRune(dst, r), 1 + size
	case byteFollows:
		if len(code) < 2 {
			return dst, 0
		}
		return append(dst, code[1]), 2
	default:
		n := c - signBytes
		for _, r := range signs {
			if n == 0 {
				return utf8.AppendRune(dst, r), 1
			}
			n--
		}
		return dst, 0
	}
}
