package ui

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"triptych/article"
	"triptych/lang"
	"triptych/workbench"
)

// translatePage asks what is to be translated, before anything is spent.
type translatePage struct {
	ID      string
	Address string // of the comparison
	Title   string
	TitleIn lang.Tag
	To      lang.Tag
	Missing bool // whether the article has no version in that language
	Others  []lang.Tag
	Sources []source
	Chosen  int    // the version that is chosen at first
	Notice  string // why the page comes again; else ""
	Setup   bool   // whether no engine is set up at all
}

// Possible tells whether any of the sources can be translated.
func (p translatePage) Possible() bool {
	return slices.ContainsFunc(p.Sources, func(s source) bool { return s.Free != nil || s.Paid != nil })
}

func (u *UI) showTranslate(c *gin.Context) {
	k, ok := u.kept(c, c.Param("id"))
	if !ok {
		return
	}
	to, ok := u.target(c, k, c.Query("to"))
	if !ok {
		return
	}
	u.askToTranslate(c, k, to, c.Query("from"), "", http.StatusOK)
}

// target reads the language to translate into; by default it is the one that is missing. Where the address names none
// that can be served, it answers the request itself.
func (u *UI) target(c *gin.Context, k *kept, named string) (lang.Tag, bool) {
	if named == "" {
		return append(missing(k.compared.Article), lang.English)[0], true
	}
	to, err := lang.Parse(named)
	if err == nil && to.Served() {
		return to, true
	}
	u.ShowFailure(c, Failure{Status: http.StatusUnprocessableEntity, Title: "Not a language to translate into",
		Detail: "Triptych translates into English, Russian and Belarusian."})
	return "", false
}

// askToTranslate shows the page with what each version would cost.
func (u *UI) askToTranslate(c *gin.Context, k *kept, to lang.Tag, from, notice string, status int) {
	page, err := u.newTranslatePage(c.Request.Context(), k, to)
	if err != nil {
		u.log.ErrorContext(c.Request.Context(), "quote a translation", "error", err)
		u.ShowFailure(c, Failure{Status: http.StatusInternalServerError, Title: "What it costs could not be found out",
			Detail: "Nothing was translated and nothing was spent. Go back and try again; the server’s log says more."})
		return
	}
	if v, ok := k.version(from); ok {
		page.choose(v)
	}
	page.Notice = notice
	u.render(c, status, "translate", page)
}

func (u *UI) newTranslatePage(ctx context.Context, k *kept, to lang.Tag) (translatePage, error) {
	a := k.compared.Article
	title := titled(a)
	page := translatePage{
		ID: k.id, Address: k.address(), Title: a.Versions[title].Title(), TitleIn: a.Versions[title].Language, To: to,
		Missing: slices.Contains(missing(a), to), Others: lang.Served(), Setup: len(u.workbench.Engines()) == 0,
	}
	for v := range a.Versions {
		if a.Versions[v].Language == to {
			continue
		}
		s, err := u.newSource(ctx, a, v, to)
		if err != nil {
			return page, fmt.Errorf("quote version %s: %w", a.Versions[v].Key, err)
		}
		page.Sources = append(page.Sources, s)
	}
	page.chooseBest()
	return page, nil
}

// chooseBest chooses the first version that costs nothing, else the first that can be translated.
func (p *translatePage) chooseBest() {
	best := slices.IndexFunc(p.Sources, source.ForFree)
	if best < 0 {
		best = slices.IndexFunc(p.Sources, func(s source) bool { return s.Problem == "" })
	}
	if best >= 0 {
		p.Chosen = p.Sources[best].Version
	}
}

// chosenSource is a source as its radio button reads it.
type chosenSource struct {
	Source source
	Chosen bool
}

// chosen tells the template whether a source is the one that is chosen.
func chosen(s source, version int) chosenSource { return chosenSource{s, s.Version == version} }

// choose chooses a version, if it can be translated.
func (p *translatePage) choose(version int) {
	for _, s := range p.Sources {
		if s.Version == version && s.Problem == "" {
			p.Chosen = version
		}
	}
}

// submitTranslate starts a translation and goes back to the comparison, where it appears.
func (u *UI) submitTranslate(c *gin.Context) {
	k, ok := u.kept(c, c.Param("id"))
	if !ok {
		return
	}
	to, ok := u.target(c, k, c.PostForm("to"))
	if !ok {
		return
	}
	from := c.PostForm("from")
	version, ok := k.version(from)
	if !ok || k.compared.Article.Versions[version].Language == to {
		u.askToTranslate(c, k, to, "", "Choose a version to translate.", http.StatusUnprocessableEntity)
		return
	}
	order := workbench.Rendering{Version: version, To: to, Pay: c.PostForm("pay") == "true"}
	if order.Pay && !u.asAgreed(c, k.compared.Article, order, c.PostForm("paid-"+from)) {
		u.askToTranslate(c, k, to, from, "What it costs has changed since you saw it. Nothing was spent. Have another look.", http.StatusConflict)
		return
	}
	u.start(k, order)
	c.Redirect(http.StatusSeeOther, k.address()+"?show="+url.QueryEscape(string(to)))
}

// asAgreed tells whether no more characters have to be paid for than the person has seen.
func (u *UI) asAgreed(c *gin.Context, a *article.Article, order workbench.Rendering, seen string) bool {
	agreed, err := strconv.Atoi(seen)
	if err != nil {
		return false
	}
	s, err := u.newSource(c.Request.Context(), a, order.Version, order.To)
	return err == nil && (s.Paid == nil || s.Paid.Paid <= agreed)
}

func (u *UI) stopTranslation(c *gin.Context) {
	u.changeTranslation(c, (*renderings).halt)
}

func (u *UI) removeTranslation(c *gin.Context) {
	u.changeTranslation(c, (*renderings).remove)
}

func (u *UI) changeTranslation(c *gin.Context, change func(*renderings, lang.Tag)) {
	k, ok := u.kept(c, c.Param("id"))
	if !ok {
		return
	}
	change(k.renderings, lang.Tag(c.PostForm("to")))
	u.shelf.measure(k)
	c.Redirect(http.StatusSeeOther, k.address())
}
