package workbench

import (
	"context"
	"errors"
	"strings"
	"time"

	"triptych/article"
	"triptych/lang"
	"triptych/translate"
)

// Translator translates segments and remembers them; [translate.Router] is one.
type Translator interface {
	// Engines lists the engines that are set up.
	Engines() []translate.About
	// Serves tells whether there is a way from one language to another; the error says what to set up if not.
	Serves(context.Context, translate.Pair) error
	// Lookup reads what is remembered and never translates; Translate pays only with pay. Both answer one translation a
	// text, an empty one where there is none.
	Lookup(context.Context, translate.Pair, []string) ([]translate.Translation, error)
	Translate(ctx context.Context, p translate.Pair, texts []string, pay bool) ([]translate.Translation, error)
	// Quote says what Translate would cost.
	Quote(ctx context.Context, p translate.Pair, texts []string, pay bool) (translate.Quote, error)
}

// WithTranslator lets the workbench translate.
func WithTranslator(t Translator) Option { return func(w *Workbench) { w.translator = t } }

// Order is texts to translate.
type Order struct {
	// Texts may have any length; line breaks and the spaces between sentences come back as they are.
	Texts []string
	// From is what the person states, or "" to have it detected for each text.
	From, To lang.Tag
	// Pay allows engines that cost money.
	Pay bool
	// Progress, if set, is told how many of how many segments are done.
	Progress func(done, total int)
}

// Translated is a text as it was translated, sentence by sentence.
type Translated struct {
	Text string
	From lang.Tag
	// Engines lists who translated it; none where there was nothing to translate.
	Engines []translate.About
	// Remembered tells whether all of it came from memory, so that nothing was paid.
	Remembered bool
	// When the oldest part of it was translated; zero where nothing was.
	When time.Time
	// Missing counts the sentences that are not translated; they stand in the text as they are.
	Missing int
}

// step is how many segments are translated between two reports of progress. An article's worth goes in one call, so that
// what is remembered takes one look at the memory.
const step = 250

// Translate translates texts. With an error it still gives what was translated; texts of which sentences are missing say
// so. The error is a [*Problem] or the context's.
func (w *Workbench) Translate(ctx context.Context, o Order) ([]Translated, error) {
	if p := w.fit(o); p != nil {
		return nil, p
	}
	out := make([]Translated, len(o.Texts))
	cuts := make([]cut, len(o.Texts))
	for i, text := range o.Texts {
		if cuts[i].from = o.From; o.From == "" {
			g, _ := w.detector.Detect(strings.Split(text, "\n"))
			cuts[i].from = g.Language
		}
		cuts[i].cut(text)
	}
	err := w.translateAll(ctx, cuts, o)
	for i := range cuts {
		out[i] = cuts[i].put(o.Texts[i])
	}
	return out, err
}

// TranslateInput translates an input as it is read: its paragraphs parted by blank lines. Its texts are that input's; the
// language is the input's, or detected.
func (w *Workbench) TranslateInput(ctx context.Context, in Input, o Order) (Translated, error) {
	o, err := w.orderOf(ctx, in, o)
	if err != nil {
		return Translated{}, err
	}
	got, err := w.Translate(ctx, o)
	if len(got) == 0 {
		return Translated{}, err
	}
	return got[0], err
}

// QuoteInput says what [Workbench.TranslateInput] would cost.
func (w *Workbench) QuoteInput(ctx context.Context, in Input, o Order) (translate.Quote, error) {
	o, err := w.orderOf(ctx, in, o)
	if err != nil {
		return translate.Quote{}, err
	}
	return w.Quote(ctx, o)
}

func (w *Workbench) orderOf(ctx context.Context, in Input, o Order) (Order, error) {
	v, _, err := w.read(ctx, in, in.Name)
	if err != nil {
		return o, err
	}
	o.Texts, o.From = []string{v.Text}, in.Language
	if o.From == "" {
		g, _ := w.detector.Detect(paragraphs(v))
		o.From = g.Language
	}
	return o, nil
}

func (w *Workbench) fit(o Order) *Problem {
	switch {
	case w.translator == nil:
		return &Problem{Reason: NoEngine, Detail: "nothing is set up to translate with"}
	case o.To == "":
		return &Problem{Reason: BadInput, Detail: "the language to translate into is missing", Fix: "name one, such as be"}
	}
	total := 0
	for _, t := range o.Texts {
		total += len(t)
	}
	if total > MaxBytes {
		return &Problem{Reason: TooLarge, Detail: "the text is too long to translate at once", Fix: "cut it into parts"}
	}
	return nil
}

// translateAll translates the segments of all texts, language by language, in the order of the texts.
func (w *Workbench) translateAll(ctx context.Context, cuts []cut, o Order) error {
	total, done := 0, 0
	byLanguage, order := map[lang.Tag][]*piece{}, []lang.Tag{}
	for i := range cuts {
		c := &cuts[i]
		if byLanguage[c.from] == nil {
			order = append(order, c.from)
		}
		for j := range c.pieces {
			byLanguage[c.from] = append(byLanguage[c.from], &c.pieces[j])
		}
		total += len(c.pieces)
	}
	var failed error
	for _, from := range order {
		for pieces := byLanguage[from]; len(pieces) > 0; {
			part := pieces[:min(step, len(pieces))]
			pieces = pieces[len(part):]
			if err := w.translatePart(ctx, translate.Pair{From: from, To: o.To}, part, o.Pay); err != nil && failed == nil {
				failed = err
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if done += len(part); o.Progress != nil {
				o.Progress(done, total)
			}
		}
	}
	return failed
}

func (w *Workbench) translatePart(ctx context.Context, p translate.Pair, part []*piece, pay bool) error {
	texts := make([]string, len(part))
	for i, s := range part {
		texts[i] = s.text
	}
	if p.From == lang.Undetermined {
		return &Problem{Reason: NotServed, Detail: "the text does not say which language it is in", Fix: "state it: en, ru or be"}
	}
	got, err := w.translator.Translate(ctx, p, texts, pay)
	for i := range min(len(got), len(part)) {
		part[i].translation = got[i]
	}
	return untranslated(ctx, err)
}

// untranslated turns an error of the translator into one that a person understands.
func untranslated(ctx context.Context, err error) error {
	if err == nil || ctx.Err() != nil {
		return ctx.Err()
	}
	p := &Problem{Reason: Failed, Detail: err.Error(), Cause: err}
	var e *translate.Error
	if errors.As(err, &e) {
		switch e.Reason {
		case translate.NoEngine, translate.NotServed:
			p.Reason = NoEngine
		case translate.OverBudget, translate.NoLedger:
			p.Reason = NotPaid
		}
	}
	var missing *translate.Missing
	if errors.As(err, &missing) && len(missing.Quote.Costs) > 0 {
		p.Reason, p.Fix = NotPaid, "allow it to be paid for"
	}
	return p
}

// cut is a text as sentences to translate.
type cut struct {
	from   lang.Tag
	pieces []piece
}

// piece is one sentence of a text.
type piece struct {
	article.Span
	text        string
	translation translate.Translation
}

// cut cuts a text at line breaks and into sentences.
func (c *cut) cut(text string) {
	start := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		for _, s := range article.Sentences(line) {
			span := article.Span{Start: start + s.Start, End: start + s.End}
			c.pieces = append(c.pieces, piece{Span: span, text: text[span.Start:span.End]})
		}
		start += len(line)
	}
}

// put puts the translations in the places of the sentences.
func (c *cut) put(text string) Translated {
	out := Translated{From: c.from, Remembered: true}
	var sb strings.Builder
	last := 0
	for i := range c.pieces {
		p := &c.pieces[i]
		sb.WriteString(text[last:p.Start])
		last = p.End
		if p.translation.Text == "" {
			sb.WriteString(p.text)
			out.Missing, out.Remembered = out.Missing+1, false
			continue
		}
		sb.WriteString(p.translation.Text)
		out.note(p.translation)
	}
	sb.WriteString(text[last:])
	out.Text = sb.String()
	return out
}

// note takes down who translated a sentence, and when.
func (t *Translated) note(s translate.Translation) {
	if s.Engine.Name == "" {
		return
	}
	t.Remembered = t.Remembered && s.Remembered
	if t.When.IsZero() || s.When.Before(t.When) {
		t.When = s.When
	}
	for _, e := range t.Engines {
		if e.Name == s.Engine.Name {
			return
		}
	}
	t.Engines = append(t.Engines, s.Engine)
}

// Engines lists the engines that are set up.
func (w *Workbench) Engines() []translate.About {
	if w.translator == nil {
		return nil
	}
	return w.translator.Engines()
}

// Serves tells whether there is a way from one language to another; the error says what to set up if not.
func (w *Workbench) Serves(ctx context.Context, p translate.Pair) error {
	if w.translator == nil {
		return &Problem{Reason: NoEngine, Detail: "nothing is set up to translate with"}
	}
	return untranslated(ctx, w.translator.Serves(ctx, p))
}

// Quote says what it would cost to translate texts, whose language is stated: with Pay by the first choice, without by free
// engines, of which there may be none.
func (w *Workbench) Quote(ctx context.Context, o Order) (translate.Quote, error) {
	if p := w.fit(o); p != nil {
		return translate.Quote{}, p
	}
	var texts []string
	for _, t := range o.Texts {
		var c cut
		c.cut(t)
		for _, p := range c.pieces {
			texts = append(texts, p.text)
		}
	}
	q, err := w.translator.Quote(ctx, translate.Pair{From: o.From, To: o.To}, texts, o.Pay)
	return q, untranslated(ctx, err)
}
