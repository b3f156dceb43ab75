package compare

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"triptych/article"
)

// around is how many words on either side of a mark belong to the identity of a difference: enough to tell two equal
// numbers in one paragraph apart, few enough that an edit elsewhere leaves the identity alone.
const around = 3

// identities gives differences their IDs. A second difference that says exactly the same gets a number.
type identities map[string]int

func (ids identities) of(a *article.Article, d Difference) string {
	h := sha256.New()
	fmt.Fprintln(h, d.Kind)
	for _, v := range d.Missing {
		fmt.Fprintln(h, "-", a.Versions[v].Key)
	}
	for _, m := range d.Marks {
		v := &a.Versions[m.Version]
		before, after := surroundings(v, m)
		fmt.Fprintf(h, "%s\t%s\t%s\t%s\n", v.Key, before, v.Slice(m.Span), after)
	}
	id := hex.EncodeToString(h.Sum(nil)[:6])
	ids[id]++
	if n := ids[id]; n > 1 {
		return fmt.Sprintf("%s-%d", id, n)
	}
	return id
}

// surroundings are the words next to a mark in its own paragraph.
func surroundings(v *article.Version, m Mark) (before, after string) {
	p := v.Paragraphs[m.Paragraph].Span
	head := strings.Fields(v.Text[p.Start:m.Start])
	tail := strings.Fields(v.Text[m.End:p.End])
	return strings.Join(head[max(0, len(head)-around):], " "), strings.Join(tail[:min(around, len(tail))], " ")
}
