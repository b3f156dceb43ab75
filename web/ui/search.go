package ui

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"triptych/article"
	"triptych/lang"
	"triptych/workbench"
)

// mostSearches is how many searches are remembered; the oldest go first.
const mostSearches = 200

// search is an article that is being fetched by its address, or has been, with its other versions.
type search struct {
	id, address string

	mu    sync.Mutex
	steps []workbench.FetchStep
	done  bool
	page  *workbench.Page
	wrong string // what went wrong, in words
	// before is the text that was kept of the address when it had another one, and when that was.
	before *article.Version
	since  time.Time
}

// searches are the latest ones by their names, which cannot be guessed.
type searches struct {
	mu    sync.Mutex
	order []string
	byID  map[string]*search
}

func (s *searches) begin(address string) *search {
	n := &search{id: rand.Text(), address: address}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.byID == nil {
		s.byID = map[string]*search{}
	}
	s.byID[n.id], s.order = n, append(s.order, n.id)
	if len(s.order) > mostSearches {
		delete(s.byID, s.order[0])
		s.order = s.order[1:]
	}
	return n
}

func (s *searches) get(id string) (*search, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.byID[id]
	return n, ok
}

// tell takes a step down; the end of a step replaces its beginning.
func (n *search) tell(step workbench.FetchStep) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if last := len(n.steps) - 1; last >= 0 && n.steps[last].URL == step.URL && !n.steps[last].Done {
		n.steps[last] = step
		return
	}
	n.steps = append(n.steps, step)
}

// submitAddress begins to fetch an article and sends the browser on to where it can watch.
func (u *UI) submitAddress(c *gin.Context) {
	address := strings.TrimSpace(c.PostForm("url"))
	if address == "" {
		page := u.firstPage(emptySlots())
		page.Error = "Paste the address of an article."
		u.render(c, http.StatusUnprocessableEntity, "first", page)
		return
	}
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	n := u.searches.begin(address)
	go u.fetch(n)
	c.Redirect(http.StatusSeeOther, "/f/"+n.id)
}

// fetch fetches an article and looks for its other versions, in the background.
func (u *UI) fetch(n *search) {
	var page *workbench.Page
	wrong := ""
	defer func() {
		if fault := recover(); fault != nil {
			u.log.Error("fetch in the background", "panic", fault, "stack", string(debug.Stack()))
			wrong = ourFault
		}
		n.mu.Lock()
		defer n.mu.Unlock()
		n.done, n.page, n.wrong = true, page, wrong
	}()
	select {
	case u.jobs <- struct{}{}:
		defer func() { <-u.jobs }()
	case <-u.background.Done():
		wrong = "The server is stopping."
		return
	}
	var err error
	page, err = u.workbench.Fetch(u.background, n.address, true, n.tell)
	var p *workbench.Problem
	switch {
	case err == nil:
		u.lookBack(n, page)
	case errors.As(err, &p):
		wrong = sentences(p)
	case errors.Is(err, context.Canceled):
		wrong = "The server is stopping."
	default:
		u.log.Error("fetch in the background", "error", err)
		wrong = ourFault
	}
}

// lookBack looks for another text that was kept of the address before.
func (u *UI) lookBack(n *search, page *workbench.Page) {
	before, since, err := u.workbench.Revision(u.background, page)
	if err != nil {
		u.log.Warn("look for what was kept of a page before", "error", err)
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.before, n.since = before, since
}

// searchPage is the page of a search as its template reads it.
type searchPage struct {
	ID, Address string
	Running     bool
	Error       string
	Steps       []step
	Found       []foundVersion
	Absent      []lang.Tag
	Warnings    []string
	Before      string // when another text was kept; "" where none was
}

// step is one step in words.
type step struct {
	State string // "going", "found" or "not"
	Text  string
	URL   string
}

// foundVersion is a version that can be compared.
type foundVersion struct {
	Number   int
	Language lang.Tag
	Title    string
	URL      string
	Date     string
	Sure     int // percent; 0 for the page itself
	Evidence string
}

func (u *UI) showSearch(c *gin.Context) {
	n, ok := u.searches.get(c.Param("id"))
	if !ok {
		u.ShowFailure(c, Failure{Status: http.StatusNotFound, Title: "This search is no longer kept",
			Detail: "Searches live in the server's memory for a while. Paste the address again."})
		return
	}
	u.render(c, http.StatusOK, "search", n.view())
}

func (n *search) view() searchPage {
	n.mu.Lock()
	defer n.mu.Unlock()
	p := searchPage{ID: n.id, Address: n.address, Running: !n.done, Error: n.wrong}
	for _, s := range n.steps {
		p.Steps = append(p.Steps, inWords(s, n.done))
	}
	if n.page == nil {
		return p
	}
	there := map[lang.Tag]bool{}
	for i, v := range n.versions() {
		there[v.Language] = true
		f := foundVersion{Number: i, Language: v.Language, Title: v.Title(), URL: v.Source, Date: readable(v.Date)}
		if i > 0 {
			o := n.page.Others[i-1]
			f.Sure, f.Evidence = int(100*o.Score+0.5), strings.Join(o.Evidence, ", ")
		}
		p.Found = append(p.Found, f)
	}
	for _, t := range lang.Served() {
		if !there[t] {
			p.Absent = append(p.Absent, t)
		}
	}
	p.Warnings = append(p.Warnings, n.page.Warnings...)
	for _, o := range n.page.Others {
		p.Warnings = append(p.Warnings, o.Warnings...)
	}
	if n.before != nil {
		p.Before = n.since.Local().Format("2 January 2006, 15:04")
	}
	return p
}

// versions lists the page and its other versions.
func (n *search) versions() []*article.Version {
	out := []*article.Version{n.page.Version}
	for _, o := range n.page.Others {
		out = append(out, o.Version)
	}
	return out
}

// inWords tells of a step; over says that the search has ended, so that nothing is going on any more.
func inWords(s workbench.FetchStep, over bool) step {
	out := step{State: "going", URL: s.URL}
	known := s.Language != "" && s.Language != lang.Undetermined
	switch {
	case s.Done && s.Found:
		out.State, out.Text = "found", s.Language.Name()+" fetched"
	case s.Done:
		out.State, out.Text = "not", "Not a version of it"
	case over:
		out.State, out.Text = "not", "Not fetched"
	case known:
		out.Text = "Looking for " + s.Language.Name()
	default:
		out.Text = "Fetching"
	}
	return out
}

// compareFound compares the versions that were chosen, or the page with its earlier text.
func (u *UI) compareFound(c *gin.Context) {
	n, ok := u.searches.get(c.Param("id"))
	if !ok {
		u.showSearch(c)
		return
	}
	chosen, complaint := n.chosen(c.PostFormArray("version"), c.PostForm("before") != "")
	if complaint != "" {
		page := n.view()
		page.Error = complaint
		u.render(c, http.StatusUnprocessableEntity, "search", page)
		return
	}
	compared, err := u.workbench.CompareVersions(c.Request.Context(), chosen...)
	if err != nil {
		u.log.ErrorContext(c.Request.Context(), "compare what was fetched", "error", err)
		u.ShowFailure(c, Failure{Status: http.StatusInternalServerError, Title: "The versions could not be compared",
			Detail: "That is a fault of this program; its log says more."})
		return
	}
	c.Redirect(http.StatusSeeOther, "/c/"+u.shelf.put(compared))
}

// chosen gives the versions of some numbers; the complaint says why they cannot be compared.
func (n *search) chosen(numbers []string, before bool) (out []article.Version, complaint string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.page == nil {
		return nil, "There is nothing to compare yet."
	}
	if before && n.before != nil {
		return []article.Version{*n.before, *n.page.Version}, ""
	}
	all := n.versions()
	for _, s := range numbers {
		if i, err := strconv.Atoi(s); err == nil && i >= 0 && i < len(all) {
			out = append(out, *all[i])
		}
	}
	if len(out) < 2 {
		return nil, fmt.Sprintf("A comparison needs at least two versions; %d is chosen.", len(out))
	}
	return out, ""
}
