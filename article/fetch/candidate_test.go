package fetch

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
)

// list writes candidates one a line.
func list(candidates []Candidate) string {
	var b strings.Builder
	for _, c := range candidates {
		fmt.Fprintf(&b, "%s %s (%s)\n", c.Language, c.URL, strings.Join(c.Evidence, "; "))
	}
	return b.String()
}

func TestCandidates(t *testing.T) {
	for _, c := range []struct {
		name, page string
		language   lang.Tag
		html       string
		want       string
	}{
		{
			"hreflang, with the wrong codes", "https://navina.example/ru/2024/most", lang.Russian,
			`<link rel="alternate" hreflang="by" href="/by/2024/mascik"><link rel=alternate hreflang=ru href="/ru/2024/most">
			<link rel="alternate" hreflang="x-default" href="/"><link rel="Alternate" hreflang="en-GB" href="https://navina.example/en/2024/bridge">
			<link rel=alternate hreflang=uk href="/uk/2024/mist"><link rel=alternate hreflang=be-BE href="/belgium">
			<link rel=alternate type="application/rss+xml" href="/rss">`,
			`be https://navina.example/by/2024/mascik (hreflang)
en https://navina.example/en/2024/bridge (hreflang)
be https://navina.example/by/2024/most (path /ru/ → /by/)
en https://navina.example/en/2024/most (path /ru/ → /en/)
und https://navina.example/2024/most (path without /ru/)
`,
		},
		{
			"be-BY, relative to a base", "https://navina.example/article.html?id=771204", lang.English,
			`<base href="https://cdn.navina.example/x/"><link rel=alternate hreflang=be-BY href="y/art.html"><a href="#be">Бел</a>`,
			`be https://cdn.navina.example/x/y/art.html (hreflang)
be https://navina.example/be/article.html?id=771204 (path with /be/)
ru https://navina.example/ru/article.html?id=771204 (path with /ru/)
`,
		},
		{
			"switchers by text, title, picture and flag", "https://gorad.example/n/10", lang.Russian,
			`<ul><li><a href="/n/11" title="Беларуская версія"><img src="x.png"></a><li><a href="/n/12"><i class="fi fi-gb"></i></a>
			<li><a class=active href="/n/10">Русский</a><li><a href="/n/13">Польский</a></ul>`,
			`be https://gorad.example/n/11 (switcher «Беларуская версія»)
en https://gorad.example/n/12 (switcher with a flag)
be https://gorad.example/be/n/10 (path with /be/)
en https://gorad.example/en/n/10 (path with /en/)
`,
		},
		{
			"a phrase beside the text, and a headline that is none", "https://gorad.example/naviny/stary-mlyn", lang.Belarusian,
			`<p><a href="/novosti/staraya-melnitsa">Читать эту статью на русском →</a>
			<a href="/other">Яна вывучала мову па-англійску кожны дзень цэлы год, кажа дырэктарка бібліятэкі</a>`,
			`ru https://gorad.example/novosti/staraya-melnitsa (switcher «Читать эту статью на русском →»)
en https://gorad.example/en/naviny/stary-mlyn (path with /en/)
ru https://gorad.example/ru/naviny/stary-mlyn (path with /ru/)
`,
		},
		{
			"a list of choices", "https://lyceum.example/page/7", lang.English,
			`<select onchange="go(this)"><option value="/page/7" selected>English<option value="/page/8">Беларуская<option value="ru">Русский</select>`,
			`be https://lyceum.example/page/8 (switcher «Беларуская»)
be https://lyceum.example/be/page/7 (path with /be/)
ru https://lyceum.example/ru/page/7 (path with /ru/)
`,
		},
		{
			"a switcher to front pages teaches the site's codes", "https://vioska.example/rus/sport/final", lang.Russian,
			`<a href="/bel/">Бел</a> <a href="/rus/">Рус</a> <a href="/eng/">Eng</a> <a href="/rus/sport/">Спорт</a>`,
			`be https://vioska.example/bel/sport/final (path /rus/ → /bel/)
en https://vioska.example/eng/sport/final (path /rus/ → /eng/)
und https://vioska.example/sport/final (path without /rus/)
`,
		},
		{
			"one language without a mark", "https://ranak.example/ru/news/most-2", lang.Russian,
			`<a href="/en/">EN</a> <a href="/">Галоўная</a>`,
			`en https://ranak.example/en/news/most-2 (path /ru/ → /en/)
be https://ranak.example/news/most-2 (path without /ru/)
be https://ranak.example/be/news/most-2 (path /ru/ → /be/)
be https://ranak.example/by/news/most-2 (path /ru/ → /by/)
`,
		},
		{
			"hosts", "https://www.ru.zorka.example/a/1", lang.Russian,
			`<a href="https://by.zorka.example/">BY</a>`,
			`be https://www.by.zorka.example/a/1 (host ru. → by.)
en https://www.en.zorka.example/a/1 (host ru. → en.)
en https://www.eng.zorka.example/a/1 (host ru. → eng.)
`,
		},
		{
			"a host for one language only", "https://zorka.example/a/1", lang.Russian,
			`<a href="https://en.zorka.example/">EN</a><a href="https://be.other.example/">Бел</a>`,
			`en https://en.zorka.example/a/1 (host with en.)
be https://zorka.example/be/a/1 (path with /be/)
`,
		},
		{
			"a query", "https://archive.example/doc?lang=ru&n=5", lang.Russian,
			`<a href="/doc?lang=by&amp;n=9">другое</a>`,
			`be https://archive.example/doc?lang=by&n=5 (lang=ru → lang=by)
en https://archive.example/doc?lang=en&n=5 (lang=ru → lang=en)
en https://archive.example/doc?lang=eng&n=5 (lang=ru → lang=eng)
`,
		},
		{
			"the name of a file", "https://museum.example/visit/info-en.html", lang.English, ``,
			`be https://museum.example/visit/info-be.html (name en → be)
ru https://museum.example/visit/info-ru.html (name en → ru)
be https://museum.example/visit/info-by.html (name en → by)
ru https://museum.example/visit/info-rus.html (name en → rus)
`,
		},
		{
			"the same number", "https://horad.example/ru/life/bus-88123.html", lang.Russian,
			`<a href="/be/zyccio/autobus-88123.html">Аўтобус</a> <a href="/be/zyccio/kino-88999.html">Кіно</a> <a href="/ru/life/bus-88123.html?print=1">Печать</a>`,
			`be https://horad.example/be/zyccio/autobus-88123.html (same id 88123)
be https://horad.example/be/life/bus-88123.html (path /ru/ → /be/)
en https://horad.example/life/bus-88123.html (path without /ru/)
en https://horad.example/en/life/bus-88123.html (path /ru/ → /en/)
en https://horad.example/eng/life/bus-88123.html (path /ru/ → /eng/)
be https://horad.example/be/zyccio/kino-88999.html (a link to a page in Belarusian)
`,
		},
		{
			"JSON-LD", "https://opera.example/premiere", lang.Russian,
			`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","workTranslation":[{"@id":"/premjera","inLanguage":"be"},{"url":"https://opera.example/first-night","inLanguage":{"alternateName":"en"}},"/unknown"]}]}</script>
			<script type="application/ld+json">{"workTranslation":</script>`,
			`be https://opera.example/premjera (workTranslation)
en https://opera.example/first-night (workTranslation)
und https://opera.example/unknown (workTranslation)
be https://opera.example/be/premiere (path with /be/)
en https://opera.example/en/premiere (path with /en/)
`,
		},
		{
			"og:locale strengthens a guess", "https://teatr.example/ru/afisha", lang.Russian,
			`<meta property="og:locale:alternate" content="en_US"><meta property="og:locale:alternate" content="de_DE">`,
			`en https://teatr.example/en/afisha (path /ru/ → /en/; og:locale en_US)
be https://teatr.example/be/afisha (path /ru/ → /be/)
en https://teatr.example/eng/afisha (path /ru/ → /eng/; og:locale en_US)
be https://teatr.example/by/afisha (path /ru/ → /by/)
und https://teatr.example/afisha (path without /ru/)
`,
		},
		{
			"a canonical address in another language is not believed", "https://sad.example/be/yablyni", lang.Belarusian,
			`<link rel=canonical href="https://sad.example/ru/yablyni"><a hreflang=ru href="/ru/yablyni">RU</a><a hreflang=en href="/en/apples">EN</a>`,
			`ru https://sad.example/ru/yablyni (switcher with hreflang; path /be/ → /ru/)
en https://sad.example/en/apples (switcher with hreflang)
en https://sad.example/en/yablyni (path /be/ → /en/)
und https://sad.example/yablyni (path without /be/)
`,
		},
		{
			"a canonical address without the noise", "https://m.sad.example/ru/yabloki?utm_source=mail", lang.Russian,
			`<link rel=canonical href="https://sad.example/ru/yabloki"><a href="/be/">Бел</a><a href="/en/">Eng</a>`,
			`be https://sad.example/be/yabloki (path /ru/ → /be/)
en https://sad.example/en/yabloki (path /ru/ → /en/)
und https://sad.example/yabloki (path without /ru/)
`,
		},
		{"known: one number", "https://nashaniva.com/ru/326042", lang.Russian, ``,
			`be https://nashaniva.com/326042 (addresses of nashaniva.com; path without /ru/)
en https://nashaniva.com/en/326042 (addresses of nashaniva.com; path /ru/ → /en/)
be https://nashaniva.com/?c=ar&i=326042 (addresses of nashaniva.com)
be https://nashaniva.com/be/326042 (path /ru/ → /be/)
be https://nashaniva.com/be_latn/326042 (addresses of nashaniva.com)
be https://nashaniva.com/by/326042 (path /ru/ → /by/)
en https://nashaniva.com/eng/326042 (path /ru/ → /eng/)
`},
		{"known: one path, on another port and with www", "http://www.president.gov.by:8080/en/events/doklad-1745585944", lang.English, ``,
			`be http://www.president.gov.by:8080/be/events/doklad-1745585944 (addresses of president.gov.by; path /en/ → /be/)
ru http://www.president.gov.by:8080/ru/events/doklad-1745585944 (addresses of president.gov.by; path /en/ → /ru/)
be http://www.president.gov.by:8080/by/events/doklad-1745585944 (path /en/ → /by/)
ru http://www.president.gov.by:8080/rus/events/doklad-1745585944 (path /en/ → /rus/)
und http://www.president.gov.by:8080/events/doklad-1745585944 (path without /en/)
`},
		{"known: nothing in common", "https://belta.by/society/view/uzkokolejka-701133-2025", lang.Russian,
			`<a href="https://blr.belta.by/">Бел</a><a href="https://eng.belta.by/">Eng</a><a href="https://eng.belta.by/society/view/peat-railway-180937-2025">Peat railway near Lida</a>`,
			`en https://eng.belta.by/society/view/peat-railway-180937-2025 (a link to a page in English)
`},
		{"no address that is fetched", "https://horad.example/ru/a", lang.Russian,
			`<a href="javascript:be()">Бел</a><a href="mailto:x@y.example">Eng</a><a href="https://u:p@horad.example/be/a">Бел</a><link rel=alternate hreflang=en href="file:///etc/passwd">`,
			`be https://horad.example/be/a (path /ru/ → /be/)
en https://horad.example/en/a (path /ru/ → /en/)
be https://horad.example/by/a (path /ru/ → /by/)
en https://horad.example/eng/a (path /ru/ → /eng/)
und https://horad.example/a (path without /ru/)
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			links, err := ReadLinks([]byte(c.html), c.page)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, list(Candidates(links, c.page, c.language))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCandidatesAreFew(t *testing.T) {
	var b strings.Builder
	for i := range 10000 {
		fmt.Fprintf(&b, `<a href="/n/%d">Бел</a><link rel=alternate hreflang=en href="/e/%d">`, i, i)
	}
	links, err := ReadLinks([]byte(b.String()), "https://horad.example/ru/a")
	if err != nil {
		t.Fatal(err)
	}
	count := map[lang.Tag]int{}
	for _, c := range Candidates(links, "https://horad.example/ru/a", lang.Russian) {
		count[c.Language]++
	}
	if diff := cmp.Diff(map[lang.Tag]int{"be": mostOfOne, "en": mostOfOne}, count); diff != "" {
		t.Error(diff)
	}
}

// TestLegacyLinks reads the names of languages in a page in windows-1251 that says that it is in UTF-8.
func TestLegacyLinks(t *testing.T) {
	page := "<meta charset=utf-8><a href=/1>\xc1\xe5\xeb</a>" // «Бел»
	links, err := ReadLinks([]byte(page), "https://horad.example/")
	if err != nil {
		t.Fatal(err)
	}
	want := []Anchor{{URL: "https://horad.example/1", Text: "Бел"}}
	if diff := cmp.Diff(want, links.Anchors); diff != "" {
		t.Error(diff)
	}
}

func TestTablesAreSound(t *testing.T) {
	for name, s := range sites() {
		for _, f := range s.forms {
			u, err := url.Parse("https://" + strings.NewReplacer("{", "", "}", "").Replace(f.pattern))
			if err != nil || bare(u.Hostname()) != name {
				t.Errorf("%s: %s is not an address of %s", name, f.pattern, name)
			}
		}
	}
	if n := len(rows(sitesTSV)); n != strings.Count(sitesTSV, "\n")-strings.Count(sitesTSV, "#") {
		t.Errorf("sites.tsv: %d rows are read", n)
	}
	for _, r := range append(rows(languagesTSV), rows(sitesTSV)...) {
		if l := lang.Tag(r[0]); len(r[0]) == 2 && !l.Served() {
			t.Errorf("%v: the language is not served", r)
		}
	}
}

// FuzzCandidates: whatever a page says, every candidate is an address that could be fetched, not the page itself, named
// once, with evidence; and the same page gives the same candidates.
func FuzzCandidates(f *testing.F) {
	f.Add("https://nashaniva.com/ru/326042", `<a href="/326042">БЕЛ</a><link rel=alternate hreflang=by href=//x>`)
	f.Add("https://ru.horad.example/a?lang=ru", `<base href="//b"><select><option value="/b">be</select><a><img alt=be>`)
	f.Add("http://h/en/x-en.html", `<script type="application/ld+json">{"workTranslation":[[{"url":"/a"}],{"@id":"b","inLanguage":"by"}]}</script>`)
	f.Add("http://[::1]/%zz", "<a href='http://[::1'>be</a><meta name=og:locale:alternate content=be_BY>")
	f.Fuzz(func(t *testing.T, page, html string) {
		links, err := ReadLinks([]byte(html), page)
		if err != nil {
			return
		}
		got := Candidates(links, page, lang.Russian)
		if again := Candidates(links, page, lang.Russian); !cmp.Equal(got, again) {
			t.Errorf("one page, two lists:\n%s\n%s", list(got), list(again))
		}
		seen := map[string]bool{page: true}
		for _, c := range got {
			u, err := url.Parse(c.URL)
			if err != nil || u.Host == "" || seen[c.URL] || len(c.Evidence) == 0 || c.Language == lang.Russian {
				t.Errorf("bad candidate %+v (%v)", c, err)
			}
			seen[c.URL] = true
		}
		if len(got) > mostCandidates {
			t.Errorf("%d candidates", len(got))
		}
	})
}

// FuzzAddress: an address that passes is http or https, has a host and no password, and passes again unchanged.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://беларусь.бел/навіны?a=б#x", "HTTP://EXAMPLE.by:80", "http://[::ffff:10.0.0.1]:443/", "http://a@b", "http:\\\\x", "//x", "http://1.1.1.1.:080/"} {
		f.Add(s)
	}
	c := New(Options{})
	f.Fuzz(func(t *testing.T, address string) {
		u, err := c.parse(address)
		if err != nil {
			return
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || u.Fragment != "" {
			t.Fatalf("%q passes as %q", address, u)
		}
		again, err := c.parse(u.String())
		if err != nil || again.String() != u.String() {
			t.Errorf("%q passes as %q, and that as %v (%v)", address, u, again, err)
		}
	})
}

func BenchmarkCandidates(b *testing.B) {
	var page strings.Builder
	for i := range mostLinks {
		fmt.Fprintf(&page, `<li class="item"><a class="link" href="https://nashaniva.com/ru/%d"><span>Навіна нумар %d</span></a></li>`, i+300000, i)
	}
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		links, err := ReadLinks(data, "https://nashaniva.com/ru/326042")
		if err != nil {
			b.Fatal(err)
		}
		Candidates(links, "https://nashaniva.com/ru/326042", lang.Russian)
	}
}

// TestDeepNesting: a page and a JSON-LD that are nested without end cost no stack.
func TestDeepNesting(t *testing.T) {
	page := strings.Repeat("<div><a href=/x><b>", 200_000) +
		`<script type="application/ld+json">` + strings.Repeat(`{"workTranslation":[`, 4000) + strings.Repeat(`]}`, 4000) + `</script>`
	links, err := ReadLinks([]byte(page), "https://horad.example/ru/a")
	if err != nil {
		t.Fatal(err)
	}
	if len(links.Anchors) > mostLinks {
		t.Errorf("%d links are kept", len(links.Anchors))
	}
	if _, err := json.Marshal(Candidates(links, "https://horad.example/ru/a", lang.Russian)); err != nil {
		t.Error(err)
	}
}
