package translate_test

import (
	"context"
	"errors"
	"testing"

	"triptych/translate"
	"triptych/translate/translatetest"
)

func TestBudgeted(t *testing.T) {
	all := translate.Characters(numbered(4)...)
	half := translate.Characters(numbered(4)[:2]...)
	unbilled := func(_ context.Context, engine string, texts, _ []string) ([]string, []string, error) {
		err := translate.Errorf(engine, translate.Unavailable, "not reached")
		err.Unbilled = true
		return make([]string, len(texts)), nil, err
	}
	for name, test := range map[string]struct {
		fault  translatetest.Fault
		billed int
	}{
		"it works":              {nil, all},
		"busy":                  {translatetest.Fails(translate.Busy), 0},
		"refused":               {translatetest.Fails(translate.Refused), 0},
		"used up":               {translatetest.Fails(translate.Exhausted), 0},
		"half, then busy":       {translatetest.Half(), half},
		"the answer is lost":    {translatetest.Lost(), all},
		"never reached":         {unbilled, 0},
		"the answer is garbled": {translatetest.WrongCount(), all},
		"an error that nobody knows": {func(_ context.Context, _ string, texts, _ []string) ([]string, []string, error) {
			return nil, texts, errors.New("?")
		}, all},
		"the caller leaves while it is working": {translatetest.Hang(), all},
	} {
		t.Run(name, func(t *testing.T) {
			fake, ledger := translatetest.Paid("fake"), &translatetest.Ledger{Ceiling: 1000}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			fake.Always = func(c context.Context, engine string, texts, answers []string) ([]string, []string, error) {
				if _, reserved := ledger.Spent(); reserved != all {
					t.Errorf("%d characters are reserved while the request is made", reserved)
				}
				if name == "the caller leaves while it is working" {
					cancel()
				}
				if test.fault == nil {
					return answers, texts, nil
				}
				return test.fault(c, engine, texts, answers)
			}
			_, _ = translate.Budgeted(fake, ledger).Translate(ctx, enBe, numbered(4))
			billed, reserved := ledger.Spent()
			if billed != test.billed || reserved != 0 {
				t.Errorf("%d billed, %d reserved", billed, reserved)
			}
			if fake.Characters() > billed {
				t.Errorf("the service bills %d", fake.Characters())
			}
		})
	}
}

func TestNothingIsAskedThatCannotBePaid(t *testing.T) {
	for name, test := range map[string]struct {
		ceiling int
		broken  bool
		want    translate.Reason
	}{
		"the ceiling is too low":          {10, false, translate.OverBudget},
		"the ledger cannot be written to": {1000, true, translate.NoLedger},
	} {
		t.Run(name, func(t *testing.T) {
			fake, ledger := translatetest.Paid("fake"), &translatetest.Ledger{Ceiling: test.ceiling}
			ledger.Break(test.broken)
			got, err := translate.Budgeted(fake, ledger).Translate(t.Context(), enBe, numbered(4))
			check(t, make([]string, 4), got)
			if reason(err) != test.want || len(fake.Requests()) != 0 {
				t.Errorf("after %d requests the error is %v", len(fake.Requests()), err)
			}
		})
	}
}

func TestWhatNoRequestWasMadeForIsGivenBack(t *testing.T) {
	ledger := &translatetest.Ledger{Ceiling: 1000}
	ctx, cancel := context.WithCancel(t.Context())
	leaving := reserving{ledger, cancel}
	_, err := translate.Budgeted(translatetest.Paid("fake"), leaving).Translate(ctx, enBe, numbered(4))
	if billed, reserved := ledger.Spent(); !errors.Is(err, context.Canceled) || billed+reserved != 0 {
		t.Errorf("%d billed, %d reserved, %v", billed, reserved, err)
	}
}

// reserving has the caller leave as soon as characters are reserved.
type reserving struct {
	*translatetest.Ledger
	leave func()
}

func (r reserving) Reserve(ctx context.Context, engine string, n int) (translate.Reservation, error) {
	defer r.leave()
	return r.Ledger.Reserve(ctx, engine, n)
}

func TestAFreeEngineNeedsNoLedger(t *testing.T) {
	got, err := translate.Budgeted(translatetest.Named("fake"), nil).Translate(t.Context(), enBe, numbered(2))
	check(t, answered(enBe, numbered(2)), got)
	if err != nil {
		t.Error(err)
	}
}
