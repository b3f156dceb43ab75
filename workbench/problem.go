package workbench

import "fmt"

// Reason sorts problems by who can mend them; the command line turns it into an exit status, the API into an HTTP status.
type Reason int

// The reasons.
const (
	BadInput  Reason = iota + 1 // the text is empty, binary, damaged or not UTF-8, or there are too few versions
	NotServed                   // a language that Triptych knows but does not work with
	TooLarge                    // longer than the limit
	NotYet                      // asked for something that is planned but not there
	NoEngine                    // nothing that is set up translates what was asked for
	NotPaid                     // it would cost money that may not be spent
	Failed                      // a service on which it depends did not do its part
)

// Problem is an answer to a request that cannot be met: what happened, to which input, and what to do next.
type Problem struct {
	Reason Reason
	// Input names the input as the person knows it ("ru.txt", "version 2"); "" when it concerns the request as a whole.
	Input string
	// Detail says what is wrong; Fix, if not empty, what to do. Both are plain sentences without a final stop.
	Detail, Fix string
	// Cause is what lies behind it; may be nil. It is not shown.
	Cause error
}

// Unwrap is the cause.
func (p *Problem) Unwrap() error { return p.Cause }

// Error is the problem in one line.
func (p *Problem) Error() string {
	s := p.Detail
	if p.Input != "" {
		s = fmt.Sprintf("%s: %s", p.Input, s)
	}
	if p.Fix != "" {
		s += "; " + p.Fix
	}
	return s
}
