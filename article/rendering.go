package article

import "triptych/lang"

// Rendering is a version in another language as a machine put it: data that was translated beforehand. It is never taken
// for a version.
type Rendering struct {
	// Version is the number of the version that was rendered.
	Version  int
	Language lang.Tag
	// Segments are the version's sentences, one for each.
	Segments []Segment
}

// Segment is one sentence as a machine translated it; Text is "" where there is no translation.
type Segment struct {
	Text string
	// Engine names who translated it, with version ("apertium 0.2.1"); Date says when, as ISO 8601 writes it.
	Engine, Date string
}
