package workbench

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"triptych/align"
	"triptych/article"
	"triptych/article/extract"
	"triptych/article/fetch"
	"triptych/lang"
)

// Fetcher gets pages by address; [fetch.Client] is one.
type Fetcher interface {
	Get(ctx context.Context, address string, c fetch.Conditional) (*fetch.Response, error)
}

// Keeper keeps what was fetched, so that a comparison can be cited.
type Keeper interface {
	// Keep keeps a page and gives its name; the same bytes of the same address are kept once.
	Keep(context.Context, Kept) (id string, err error)
	// Before gives the page that was kept last of an address with another text than the one whose hash is given.
	Before(ctx context.Context, address, textHash string) (Kept, bool, error)
}

// Kept is a page as it was fetched.
type Kept struct {
	URL, Final         string // as asked for, and after redirects
	At                 time.Time
	Status             int
	MediaType, Charset string
	ETag, LastModified string
	Raw                []byte
	// TextHash is the SHA-256 of the article's text, in hexadecimal.
	TextHash   string
	Paragraphs []string
	Language   lang.Tag
	Title      string
}

// WithFetcher lets the workbench fetch addresses. What is fetched is kept by k, if that is not nil.
func WithFetcher(f Fetcher, k Keeper) Option {
	return func(w *Workbench) { w.fetcher, w.keeper = f, k }
}

// fetchTimeout is how long one page may take with everything: waiting for a host's turn, robots.txt, redirects.
const fetchTimeout = 90 * time.Second

// Page is an article as it was fetched.
type Page struct {
	// Version is the article; its Source is the address that answered.
	Version             *article.Version
	URL                 string // as it was asked for
	Title, Author, Site string
	At                  time.Time
	// Others are its other language versions, the ones that were looked for.
	Others   []Other
	Warnings []string

	body      []byte
	canonical string
	parts     []article.Version // what else the page holds, in other languages
}

// Other is another language version of a page.
type Other struct {
	*Page
	// Score is the probability that it tells the same story: its text was aligned with the page's.
	Score float64
	// Evidence says what led to it, the strongest first.
	Evidence []string
}

// Fetch gets the article at an address, in whatever language. With others it looks for the versions in the languages that
// are served; tell, if not nil, is told of each step. The error is a [*Problem] or the context's.
func (w *Workbench) Fetch(ctx context.Context, address string, others bool, tell func(FetchStep)) (*Page, error) {
	if tell == nil {
		tell = func(FetchStep) {}
	}
	tell(FetchStep{URL: address})
	p, err := w.page(ctx, address)
	if err != nil {
		return nil, err
	}
	tell(FetchStep{URL: address, Language: p.Version.Language, Done: true, Found: true})
	if others {
		err = w.findOthers(ctx, p, tell)
	}
	return p, err
}

// FetchStep is one step of fetching: an address is asked, or has been.
type FetchStep struct {
	URL string
	// Language is the page's when it is done, and else the one that is looked for; "" where that is not known.
	Language lang.Tag
	Done     bool
	// Found tells of a step that is done whether the page is a version of the article.
	Found bool
}

// page fetches and reads one page.
func (w *Workbench) page(ctx context.Context, address string) (*Page, error) {
	if w.fetcher == nil {
		return nil, &Problem{Reason: NotYet, Input: address, Detail: "addresses are not fetched here", Fix: "copy the article's text from the page and give that"}
	}
	limited, cancel := context.WithTimeout(ctx, fetchTimeout)
	defer cancel()
	r, err := w.fetcher.Get(limited, address, fetch.Conditional{})
	if err != nil {
		return nil, unfetched(ctx, address, err)
	}
	d, err := extract.Read(r.Body, extract.Hint{MediaType: r.MediaType, Charset: r.Charset, URL: r.Final})
	if err != nil {
		return nil, &Problem{Reason: BadInput, Input: address, Detail: "no article can be read there: " + err.Error(), Fix: "copy the article's text from the page and give that"}
	}
	p := &Page{Version: &d.Version, URL: address, Title: d.Title, Author: d.Author, Site: d.Site, At: r.At, body: r.Body, canonical: r.Final}
	w.speak(p.Version)
	p.split()
	p.Version.Source = r.Final
	if d.Lost.Risk {
		p.Warnings = append(p.Warnings, address+": a part of the article may not have been read; see the page before you call something left out")
	}
	w.keep(ctx, p, r)
	return p, nil
}

// split parts a page that tells its story in several languages one after the other. The page's version is then what it
// says in the first of them.
func (p *Page) split() {
	languages := make([]lang.Tag, len(p.Version.Paragraphs))
	for i := range languages {
		languages[i] = p.Version.Paragraphs[i].Language
	}
	parts := extract.Split(p.Version, languages)
	if len(parts) < 2 {
		return
	}
	for i := range parts {
		parts[i].Source, parts[i].SHA256 = p.canonical, p.Version.SHA256
	}
	p.Version, p.parts = &parts[0], parts[1:]
	var names []string
	for i := range p.parts {
		names = append(names, p.parts[i].Language.Name())
	}
	p.Warnings = append(p.Warnings, fmt.Sprintf("%s: the page tells it in %s too; what is read here is its %s text",
		p.URL, strings.Join(names, " and "), p.Version.Language.Name()))
}

// speak gives a version and its paragraphs the languages that they are in.
func (w *Workbench) speak(v *article.Version) {
	whole, each := w.detector.Detect(paragraphs(v))
	v.Language = whole.Language
	for i := range v.Paragraphs {
		v.Paragraphs[i].Language = v.Language
		if g := each[i]; g.Confidence >= certain && g.Language != lang.Undetermined {
			v.Paragraphs[i].Language = g.Language
		}
	}
}

// keep keeps what was fetched. That it could not be kept is a warning.
func (w *Workbench) keep(ctx context.Context, p *Page, r *fetch.Response) {
	if w.keeper == nil {
		return
	}
	_, err := w.keeper.Keep(ctx, Kept{
		URL: r.URL, Final: r.Final, At: r.At, Status: r.Status, MediaType: r.MediaType, Charset: r.Charset, ETag: r.ETag,
		LastModified: r.LastModified, Raw: r.Body, TextHash: hashOf(p.Version), Paragraphs: paragraphs(p.Version),
		Language: p.Version.Language, Title: p.Title,
	})
	if err != nil {
		p.Warnings = append(p.Warnings, p.URL+": the page could not be kept to be cited: "+err.Error())
	}
}

// unfetched turns an error of the fetcher into a problem.
func unfetched(ctx context.Context, address string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var known *fetch.Error
	if !errors.As(err, &known) {
		return &Problem{Reason: Failed, Input: address, Detail: "it could not be fetched: " + err.Error(), Cause: err}
	}
	p := &Problem{Reason: Failed, Input: address, Detail: known.Detail, Fix: known.Fix, Cause: err}
	switch {
	case known.Reason == fetch.BadAddress, known.Reason == fetch.Forbidden, known.Reason == fetch.Robots && !known.Passing():
		p.Reason = BadInput
	}
	return p
}

// findOthers looks for the versions of a page in the languages that it is not in. Each candidate is fetched and aligned
// with the page before it is called a version.
func (w *Workbench) findOthers(ctx context.Context, p *Page, tell func(FetchStep)) error {
	links, err := fetch.ReadLinks(p.body, p.canonical)
	if err != nil {
		p.Warnings = append(p.Warnings, p.URL+": its links cannot be read, so its other versions were not looked for")
		return nil
	}
	wanted := map[lang.Tag]bool{}
	for _, t := range lang.Served() {
		wanted[t] = t != p.Version.Language
	}
	for i := range p.parts {
		if part := &p.parts[i]; wanted[part.Language] {
			score, err := w.likeness(ctx, p.Version, part)
			if err != nil {
				return err
			}
			wanted[part.Language] = false
			page := &Page{Version: part, URL: p.URL, Title: part.Title(), Site: p.Site, At: p.At}
			p.Others = append(p.Others, Other{Page: page, Score: score, Evidence: []string{"the same page"}})
		}
	}
	for _, c := range fetch.Candidates(links, p.canonical, p.Version.Language) {
		if c.Language != lang.Undetermined && !wanted[c.Language] {
			continue
		}
		tell(FetchStep{URL: c.URL, Language: c.Language})
		o, err := w.other(ctx, p, c)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		found := err == nil && o.Score >= likely && wanted[o.Version.Language]
		step := FetchStep{URL: c.URL, Language: c.Language, Done: true, Found: found}
		if found {
			step.Language = o.Version.Language
			wanted[o.Version.Language] = false
			p.Others = append(p.Others, o)
		}
		tell(step)
	}
	return nil
}

// likely is the score from which a candidate is called a version.
const likely = 0.5

// other fetches a candidate and says how sure it is that it tells the same story.
func (w *Workbench) other(ctx context.Context, p *Page, c fetch.Candidate) (Other, error) {
	page, err := w.page(ctx, c.URL)
	if err != nil {
		return Other{}, err
	}
	score, err := w.likeness(ctx, p.Version, page.Version)
	return Other{Page: page, Score: score, Evidence: c.Evidence}, err
}

// likeness is the probability that two texts tell one story.
func (w *Workbench) likeness(ctx context.Context, x, y *article.Version) (float64, error) {
	a := article.Article{Versions: []article.Version{*x, *y}}
	levels, err := align.Align(&a, align.Options{Progress: func(int, int) bool { return ctx.Err() == nil }})
	if err != nil {
		return 0, fmt.Errorf("align %s: %w", y.Source, err)
	}
	return sameStory(min(levels.Likeness[0], levels.Likeness[1])), nil
}

// sameStory is the probability that two texts of some likeness (see [align.Levels]) tell one story: a logistic curve
// through what versions of one article and texts of two articles had on the texts of this repository.
func sameStory(likeness float64) float64 {
	return math.Round(100/(1+math.Exp(-1.2*(likeness-alike)))) / 100
}

// Revision gives the text that was kept before of a page that has been fetched, if it was another one.
func (w *Workbench) Revision(ctx context.Context, p *Page) (*article.Version, time.Time, error) {
	if w.keeper == nil {
		return nil, time.Time{}, nil
	}
	before, ok, err := w.keeper.Before(ctx, p.URL, hashOf(p.Version))
	if err != nil || !ok {
		return nil, time.Time{}, err
	}
	v := article.New(before.Paragraphs)
	w.speak(&v)
	v.Source = fmt.Sprintf("%s as it was on %s", p.Version.Source, before.At.UTC().Format("2 January 2006, 15:04 UTC"))
	return &v, before.At, nil
}
