package translate_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
	"triptych/translate/translatetest"
)

var enBe = translate.Pair{From: lang.English, To: lang.Belarusian}

// numbered are n different texts.
func numbered(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("Ferry number %d leaves at dawn.", i)
	}
	return texts
}

// answered is what a fake makes of texts; those whose numbers are lost have no translation.
func answered(p translate.Pair, texts []string, lost ...int) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = translatetest.Answer(p, t)
	}
	for _, i := range lost {
		out[i] = ""
	}
	return out
}

func run(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

func reason(err error) translate.Reason {
	if err == nil {
		return ""
	}
	e, ok := errors.AsType[*translate.Error](err)
	if !ok {
		return translate.Reason(fmt.Sprintf("%T", err))
	}
	return e.Reason
}

func check(t *testing.T, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func sizes(requests [][]string) []int {
	var out []int
	for _, r := range requests {
		out = append(out, len(r))
	}
	return out
}

func TestErrorsSayWhatToDo(t *testing.T) {
	for name, test := range map[string]struct {
		err  translate.Error
		want string
	}{
		"an engine's": {translate.Error{Engine: "google", Reason: translate.Refused, Detail: "the key is not accepted", Fix: "look at TRIPTYCH_GOOGLE_KEY"},
			"google: the key is not accepted; look at TRIPTYCH_GOOGLE_KEY"},
		"without advice": {translate.Error{Engine: "libre", Detail: "it is busy"}, "libre: it is busy"},
		"no engine": {translate.Error{Reason: translate.NoEngine, Detail: "no engine for English → Belarusian", Fix: "set A or B"},
			"no engine for English → Belarusian: set A or B"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := test.err.Error(); got != test.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

// rude breaks the promise of an engine in the ways that an engine might.
type rude struct {
	translatetest.Fake
	answers []string
	err     error
}

func (r *rude) Translate(context.Context, translate.Pair, []string) ([]string, error) {
	return r.answers, r.err
}

func TestAnEngineIsNotTrusted(t *testing.T) {
	for name, test := range map[string]struct {
		answers []string
		err     error
		want    []string
		reason  translate.Reason
	}{
		"too few":                   {[]string{"a"}, nil, []string{"", ""}, translate.BadAnswer},
		"too many":                  {[]string{"a", "b", "c"}, nil, []string{"", ""}, translate.BadAnswer},
		"a blank one":               {[]string{"a", " "}, nil, []string{"a", ""}, translate.BadAnswer},
		"a part with an error":      {[]string{"a", ""}, translate.Errorf("x", translate.Exhausted, "used up"), []string{"a", ""}, translate.Exhausted},
		"an error and no answers":   {nil, translate.Errorf("x", translate.Exhausted, "used up"), []string{"", ""}, translate.Exhausted},
		"its own time ran out":      {nil, context.DeadlineExceeded, []string{"", ""}, translate.Unavailable},
		"an error that tells a key": {nil, errors.New("GET /?key=s3cret"), []string{"", ""}, translate.Unavailable},
	} {
		t.Run(name, func(t *testing.T) {
			e := translate.Pack(&rude{answers: test.answers, err: test.err}, translate.Limits{})
			got, err := e.Translate(t.Context(), enBe, []string{"one", "two"})
			check(t, test.want, got)
			if reason(err) != test.reason {
				t.Errorf("the error is %v", err)
			}
			if strings.Contains(err.Error(), "s3cret") {
				t.Error("the key is told")
			}
		})
	}
}
