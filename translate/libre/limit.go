package libre

import (
	"errors"
	"regexp"
	"strconv"
	"unicode/utf8"

	"triptych/translate"
)

// limitError is the server's refusal of a request for its size: it counted size and takes limit. It does not say whether
// texts or code points are counted.
type limitError struct{ size, limit int }

func (limitError) Error() string { return "the request is over the server's limit" }

// limitIn reads "(120) exceeds text limit (100)" out of a message.
func limitIn(message string) (limitError, bool) {
	// Compiled here, for it is wanted once in a server's lifetime.
	m := regexp.MustCompile(`\((\d{1,9})\)[^()]{0,40}exceed[^()]{0,40}\((\d{1,9})\)`).FindStringSubmatch(message)
	if m == nil {
		return limitError{}, false
	}
	size, _ := strconv.Atoi(m[1])
	limit, _ := strconv.Atoi(m[2])
	return limitError{size, limit}, true
}

// learn keeps a limit for the requests to come, and tells whether it makes the refused one smaller.
func (e *Engine) learn(l limitError, sent []string) bool {
	if l.limit < 1 || l.limit >= l.size {
		return false
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	switch l.size {
	case len(sent):
		e.limits.Texts = l.limit
	case codePoints(sent):
		e.limits.CodePoints = l.limit
	default:
		return false
	}
	return true
}

func codePoints(texts []string) int {
	n := 0
	for _, t := range texts {
		n += utf8.RuneCountInString(t)
	}
	return n
}

// batch is the longest beginning of left that keeps to the limits that are known, and at least one text.
func (e *Engine) batch(texts []string, left []int) []int {
	e.mu.Lock()
	limits := e.limits
	e.mu.Unlock()
	points := 0
	for n, i := range left {
		points += utf8.RuneCountInString(texts[i])
		if n > 0 && (limits.Texts > 0 && n == limits.Texts || limits.CodePoints > 0 && points > limits.CodePoints) {
			return left[:n]
		}
	}
	return left
}

// inWords puts a limit that could not be kept to into a person's words.
func inWords(err error) error {
	var l limitError
	if !errors.As(err, &l) {
		return err
	}
	out := translate.Errorf(name, translate.TooLong, "the text is longer than the server takes: its limit is %d", l.limit)
	out.Fix = "split the paragraph, or raise the server's limit"
	return out
}
