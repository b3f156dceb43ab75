package translate

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
)

// keyPrefix is that of every key; its number changes when a key or a value is made otherwise.
const keyPrefix = "triptych:t1:"

const keyLength = len(keyPrefix) + (sha256.Size*8+5)/6

// keys makes the key of each text. Whatever could change a translation is hashed with the text, each part after its
// length, so that no two lists of parts read alike.
func (r *Remembered) keys(p Pair, segments []segment) {
	var hashed []byte
	for _, part := range []string{r.about.Name, r.about.Version, string(p.From), string(p.To), r.format, r.glossary} {
		hashed = appendPart(hashed, part)
	}
	head := len(hashed)
	all := make([]byte, 0, len(segments)*keyLength) // one string for all keys
	for _, s := range segments {
		hashed = appendPart(hashed[:head], s.text)
		sum := sha256.Sum256(hashed)
		all = base64.RawURLEncoding.AppendEncode(append(all, keyPrefix...), sum[:])
	}
	keys := string(all)
	for i := range segments {
		segments[i].key = keys[i*keyLength : (i+1)*keyLength]
	}
}

func appendPart(b []byte, part string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(part))), part...)
}
