package translate

import (
	"fmt"
	"time"
)

// Reason is why a translation failed, as far as it matters for what to do next.
type Reason string

// The reasons.
const (
	Busy        Reason = "busy"        // asked too fast or the service is overloaded: the same request may succeed later
	Unavailable Reason = "unavailable" // not reached, no answer in time, or a fault of the service: likewise
	BadAnswer   Reason = "bad answer"  // the service answered something that is not a translation: likewise
	Exhausted   Reason = "exhausted"   // the service's quota for today or this month is used up
	OverBudget  Reason = "over budget" // our own ceiling of what may be spent
	NoLedger    Reason = "no ledger"   // what would be spent cannot be recorded, so nothing is spent
	Refused     Reason = "refused"     // the key or the credentials are not accepted
	NotServed   Reason = "not served"  // the engine does not translate this pair
	TooLong     Reason = "too long"    // one text is longer than the service takes
	BadRequest  Reason = "bad request" // the service refuses the request for another cause
	NoEngine    Reason = "no engine"   // nothing that is set up translates this pair
)

// Error is a failure that a person can understand. It never holds a key, and never the text that was to be translated.
type Error struct {
	Engine string // by name; "" where no engine was asked
	Reason Reason
	Detail string        // what happened, a sentence without a full stop
	Fix    string        // what to do next; may be ""
	After  time.Duration // how long the service asks to wait; 0 where it does not say
	// Unbilled says of an Unavailable service that it surely did no work: the connection was never made, or the service
	// said itself that it failed. Without it such a request counts as billed.
	Unbilled bool
}

func (e *Error) Error() string {
	s := e.Detail
	if e.Engine != "" {
		s = e.Engine + ": " + s
	}
	switch {
	case e.Fix == "":
		return s
	case e.Reason == NoEngine:
		return s + ": " + e.Fix
	}
	return s + "; " + e.Fix
}

// Passing tells whether the same request may succeed when it is made again.
func (e *Error) Passing() bool {
	return e.Reason == Busy || e.Reason == Unavailable || e.Reason == BadAnswer
}

// MayBill tells whether a service that bills its work may bill the request although it failed: it answered, or nobody
// knows whether it did. A clear refusal costs nothing.
func (e *Error) MayBill() bool {
	return e.Reason == BadAnswer || e.Reason == Unavailable && !e.Unbilled
}

// ofText tells whether the failure may lie in one of the texts, so that the others are worth another request.
func (e *Error) ofText() bool {
	return e.Reason == BadAnswer || e.Reason == BadRequest || e.Reason == TooLong
}

// Errorf is an [*Error] of an engine.
func Errorf(engine string, r Reason, format string, a ...any) *Error {
	return &Error{Engine: engine, Reason: r, Detail: fmt.Sprintf(format, a...)}
}
