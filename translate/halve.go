package translate

import "math/bits"

// search finds the texts that make a request fail. It is bounded in two ways, since every request of it may be billed.
type search struct {
	*trial
	levels int   // how often the texts can be halved
	asked  int   // requests made
	found  bool  // whether any text was translated
	cause  error // what is reported
	ended  bool  // for a reason that does not lie in the texts
}

// search translates what it can of the texts numbered in left, which failed together for the reason cause.
func (t *trial) search(left []int, cause error) error {
	s := search{trial: t, levels: bits.Len(uint(len(left))), cause: cause}
	s.halve(left)
	return s.cause
}

// halve tries both halves before it looks into either: bad texts stand together more often than apart.
func (s *search) halve(left []int) {
	middle := len(left) / 2
	var bad [][]int
	for _, half := range [][]int{left[:middle], left[middle:]} {
		if s.hopeless() {
			return
		}
		rest, err := s.persist(half, 0)
		s.asked++
		s.found = s.found || len(rest) < len(half)
		switch {
		case err == nil:
		case !isOfText(err):
			s.cause, s.ended = err, true
		case len(rest) > 1:
			bad = append(bad, rest)
		default:
			s.cause = err
		}
	}
	for _, half := range bad {
		s.halve(half)
	}
}

// hopeless tells that searching on is not worth its cost. One bad text is found in two requests a level, and half of
// these succeed; where so many have failed and none succeeded, the service is at fault and not the texts.
func (s *search) hopeless() bool {
	return s.ended || !s.found && s.asked >= s.levels+4 || s.asked >= 8+4*s.levels
}
