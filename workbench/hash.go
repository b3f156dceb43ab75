package workbench

import (
	"crypto/sha256"
	"encoding/hex"

	"triptych/article"
)

// hashOf is the SHA-256 of a version's text, in hexadecimal: two pages of one text have the same, whatever else is on
// them.
func hashOf(v *article.Version) string {
	sum := sha256.Sum256([]byte(v.Text))
	return hex.EncodeToString(sum[:])
}
