package translate

import "fmt"

// Missing is the error of a translation that is not complete.
type Missing struct {
	Pair       Pair
	Texts, Of  int     // how many texts have no translation, of how many
	Characters int     // of these, as in [Quote]
	Quote      Quote   // what they would cost by the best paid choice, where paying was not allowed
	Causes     []error // what went wrong, by choice of the route; may be empty
}

func (m *Missing) Error() string {
	s := fmt.Sprintf("%d of %s (%s) from %s to %s not translated", m.Texts, count(m.Of, "text"),
		count(m.Characters, "character"), m.Pair.From.Name(), m.Pair.To.Name())
	for i, err := range m.Causes {
		s += [...]string{": ", "; "}[min(i, 1)] + err.Error()
	}
	for i, c := range m.paid() {
		s += [...]string{"; it can be paid for: ", " and "}[min(i, 1)] + c.String()
	}
	return s
}

func (m *Missing) paid() []Cost {
	var out []Cost
	for _, c := range m.Quote.Costs {
		if c.Engine.Paid {
			out = append(out, c)
		}
	}
	return out
}

// Unwrap gives the causes to [errors.As].
func (m *Missing) Unwrap() []error { return m.Causes }
