// Package compare turns an alignment into a report: rows, and in each row the places where the versions say
// different things. It is pure. One small detector finds each kind of difference.
package compare

import (
	"triptych/align"
	"triptych/article"
)

// Kind is what sort of thing is said differently.
type Kind string

// The kinds of difference, heaviest first.
const (
	Omission    Kind = "omission"    // a paragraph or sentence without a counterpart
	Number      Kind = "number"      // a quantity, with its unit
	Date        Kind = "date"        // day, month, year, weekday, time of day, period
	Name        Kind = "name"        // person, place, organisation, title of a work
	Quotation   Kind = "quotation"   // direct speech lost, gained, cut, or in another mouth
	Negation    Kind = "negation"    // denied in one, affirmed in another
	Modality    Kind = "modality"    // must, may, should, will
	Attribution Kind = "attribution" // said, claimed, admitted, stressed
	Order       Kind = "order"       // a passage that stands elsewhere
	Language    Kind = "language"    // a word of another language or a letter of another script
	Wording     Kind = "wording"     // other words otherwise
)

// Kinds lists all kinds, heaviest first.
func Kinds() []Kind {
	return []Kind{Omission, Number, Date, Name, Quotation, Negation, Modality, Attribution, Order, Language, Wording}
}

// Severity is how much a difference weighs. Medium and high are shown by default.
type Severity string

// The severities.
const (
	High   Severity = "high"
	Medium Severity = "medium"
	Low    Severity = "low"
)

// Mark is a span of one version that a difference points at.
type Mark struct {
	// Version is an index into Article.Versions; the span counts bytes of that version's Text.
	Version int
	article.Span
	// Paragraph is the paragraph in which the span lies.
	Paragraph int
	// Odd is set where this version stands alone against others that agree.
	Odd bool
}

// Difference is one thing said differently.
type Difference struct {
	// ID is made from what the difference says and the words around it, not from indexes: it survives realignment.
	ID       string
	Kind     Kind
	Severity Severity
	// Bead is the index of the paragraph bead, and of the row, in which it was found.
	Bead int
	// Missing lists the versions that lack what the marks show; set for omissions.
	Missing []int
	Marks   []Mark
	// Note says in plain English what differs: "170 in English and Russian, 180 in Belarusian".
	Note string
}

// Row is a paragraph bead with the sentence beads inside it and what differs there.
type Row struct {
	Bead        align.Bead
	Sentences   []align.Bead
	Role        article.Role
	Differences []Difference
}

// LacksAll tells whether none of the versions has a paragraph in the row: what they lack is the whole of it, not a
// sentence.
func (r Row) LacksAll(versions []int) bool {
	for _, v := range versions {
		if !r.Bead.Gap(v) {
			return false
		}
	}
	return true
}

// Report is an article with its rows: all that a page, a file or an API needs.
type Report struct {
	Article *article.Article
	Levels  align.Levels
	Rows    []Row
}

// Differences lists those of all rows, in order.
func (r *Report) Differences() []Difference {
	var all []Difference
	for _, row := range r.Rows {
		all = append(all, row.Differences...)
	}
	return all
}
