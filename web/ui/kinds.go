package ui

import "triptych/compare"

// kind is how the pages speak of one kind of difference.
type kind struct {
	compare.Kind
	// Letter stands on badges and marks, so that nothing is told by colour alone.
	Letter string
	// Label heads the filter.
	Label string
}

// kinds lists them in the order in which the page speaks of them.
func kinds() []kind {
	return []kind{
		{compare.Omission, "∅", "Left out"},
		{compare.Number, "N", "Numbers"},
		{compare.Date, "D", "Dates"},
		{compare.Name, "P", "Names"},
		{compare.Quotation, "Q", "Quotations"},
		{compare.Negation, "¬", "Negation"},
		{compare.Modality, "M", "Must and may"},
		{compare.Attribution, "A", "Who says so"},
		{compare.Order, "↕", "Order"},
		{compare.Language, "L", "Stray words"},
		{compare.Wording, "W", "Wording"},
	}
}

// kindOf finds how to speak of a kind; one that is not listed goes by its own name.
func kindOf(k compare.Kind) kind {
	for _, known := range kinds() {
		if known.Kind == k {
			return known
		}
	}
	return kind{Kind: k, Letter: "•", Label: capital(string(k))}
}

// chip is a filter: a kind, and how many differences of it are shown by default.
type chip struct {
	kind
	Count int
}

// newChips counts the kinds that occur, and apart from them the differences of low severity, which are shown on
// request.
func newChips(differences []compare.Difference) (chips []chip, minor int) {
	count := map[compare.Kind]int{}
	for _, d := range differences {
		if d.Severity == compare.Low {
			minor++
			continue
		}
		count[kindOf(d.Kind).Kind]++
	}
	for _, k := range kinds() {
		if n := count[k.Kind]; n > 0 {
			chips = append(chips, chip{k, n})
		}
	}
	return chips, minor
}
