package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
)

// Sentences for pages; each is long enough to be running text.
const (
	first  = "Ранним утром паром отошёл от причала в посёлке Нарочь, и на борту было сто двадцать человек."
	second = "Капитан Игнат Ровба сказал, что ветер стихнет к полудню, а до того скорость будет вдвое меньше обычной."
	third  = "К вечеру все пассажиры вернулись на берег, и только один зонт остался на палубе до следующего рейса."
)

// htmlCase is a small page and the paragraphs wanted of it.
type htmlCase struct {
	name, html string
	want       []string
}

func htmlCases() []htmlCase {
	page := func(body string) string {
		return "<!doctype html><html><head><title>Паром вышел на озеро</title></head><body>" + body + "</body></html>"
	}
	text := "<p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>"
	h1 := "<h1>Паром вышел на озеро</h1>"
	whole := []string{"Паром вышел на озеро", first, second, third}
	return []htmlCase{
		{"plain", page(h1 + text), whole},
		{"without a heading the window's title is the headline", page(text), whole},
		{"paragraphs parted by two breaks", page(h1 + "<div>" + first + "<br><br/>" + second + "<br> <br>" + third + "</div>"), whole},
		{"paragraphs parted by one break", page(h1 + "<div>" + first + "<br>" + second + "<br>" + third + "</div>"), whole},
		{"a line broken by hand", page(h1 + "<p>" + strings.Replace(first, "утром ", "утром<br>", 1) + "</p><p>" + second + "</p><p>" + third + "</p>"), whole},
		{"divisions for paragraphs", page(h1 + "<div><div>" + first + "</div><div>" + second + "</div><div>" + third + "</div></div>"), whole},
		{"a lead outside the text", page(h1 + "<div class=summary><b>" + first + "</b></div><section class=text><p>" + second + "</p><p>" + third + "</p></section>"), whole},
		{"the headline twice", page(h1 + "<div><h2>Паром вышел на озеро</h2>" + text + "</div>"), whole},
		{"the headline in a list above", page("<ul class=lenta><li><h3>Паром вышел на озеро</h3></li><li><h3>Другая новость</h3></li></ul>" + h1 + text), whole},
		{"a cookie notice longer than the article", page(h1 + "<p>" + first + "</p><div class=cookie><p>" + strings.Repeat("Мы используем файлы cookie, чтобы сайт работал лучше. ", 20) + "</p></div>"), whole[:2]},
		{"a cookie notice without a name", page(h1 + "<p>" + first + "</p><div><p>" + strings.Repeat("Мы используем файлы cookie, чтобы сайт работал лучше. ", 20) + "</p></div>"), whole[:2]},
		{"comments longer than the article", page(h1 + text + "<div id=comments>" + strings.Repeat("<div class=item><p>"+second+" Я там был и всё видел.</p></div>", 12) + "</div>"), whole},
		{"the article inside an element with a misleading class", page("<div class='content-with-sidebar promo'>" + h1 + text + "</div>"), whole},
		{"Read also in the middle", page(h1 + "<p>" + first + "</p><p><b>Читайте также:</b> <a href=/1>Почему зонты теряются чаще летом</a></p><p>" + second + "</p><p>" + third + "</p>"), whole},
		{"Read also over a list", page(h1 + text + "<p>Чытайце таксама:</p><ul><li><a href=/1>Першая навіна дня</a></li><li><a href=/2>Другая навіна дня</a></li></ul>"), whole},
		{"a sentence that begins like a label", page(h1 + text + "<p>Читайте также старые газеты: в них паром ходил каждый час.</p>"), append(append([]string{}, whole...), "Читайте также старые газеты: в них паром ходил каждый час.")},
		{"a short answer stays", page(h1 + "<p>" + first + "</p><p>— Вы боялись?</p><p>— Нет.</p><p>" + second + "</p><p>" + third + "</p>"), []string{whole[0], first, "— Вы боялись?", "— Нет.", second, third}},
		{"a dateline", page(h1 + "<p>12 мая, Минск /Корр. БЕЛТА/. " + first + "</p><p>" + second + "</p><p>" + third + "</p>"), whole},
		{"a dateline in English", page("<h1>Паром вышел на озеро</h1><p>MINSK, 16 September (BelTA) – " + first + "</p><p>" + second + "</p><p>" + third + "</p>"), whole},
		{"brackets that are no dateline", page(h1 + "<p>Минск (Беларусь) – " + first + "</p><p>" + second + "</p><p>" + third + "</p>"), []string{whole[0], "Минск (Беларусь) – " + first, second, third}},
		{"an article about cookies", page(h1 + "<p>" + first + "</p><p>Печенье (cookie) на борту раздавали детям.</p><p>" + second + "</p><p>" + third + "</p>"), []string{whole[0], first, "Печенье (cookie) на борту раздавали детям.", second, third}},
		{"a table of figures", page(h1 + text + "<table><tr><th>Рейс</th><th>Людей</th></tr><tr><td>первый</td><td>120</td></tr></table>"), append(append([]string{}, whole...), "Рейс | Людей", "первый | 120")},
		{"zero bytes", page(h1 + strings.Replace(text, "паром", "па\x00ром", 1)), whole},
		{"unclosed elements", "<title>Паром вышел на озеро</title><h1>Паром вышел на озеро</h1><p>" + first + "<p>" + second + "<p>" + third, whole},
		{"the text in JSON-LD alone", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Паром вышел на озеро","articleBody":"` + first + `\n` + second + `\n` + third + `"}</script><p>Включите JavaScript</p>`, whole},
	}
}

func TestReadHTML(t *testing.T) {
	for _, tt := range htmlCases() {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read([]byte(tt.html), Hint{MediaType: "text/html"})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, paragraphs(&d.Version)); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadHTMLFacts(t *testing.T) {
	body := "<h1>Паром вышел на озеро</h1><p>" + first + "</p><p>" + second + "</p>"
	tests := []struct {
		name, head, want string // date|author|site|language|canonical
	}{
		{"nothing stated", "", "||||"},
		{"meta", `<meta property="article:published_time" content="2024-05-01T10:00:00+03:00"><meta name=author content="Алесь Крук"><meta property="og:site_name" content="Прыстань"><link rel=canonical href="/a/1">`,
			"2024-05-01T10:00:00+03:00|Алесь Крук|Прыстань||https://lake.example/a/1"},
		{"JSON-LD in a graph", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"datePublished":"2024-05-01","author":[{"name":"А"},{"name":"Б"}],"publisher":{"name":"Прыстань"},"inLanguage":"be"}]}</script>`,
			"2024-05-01|А, Б|Прыстань|be|"},
		{"damaged JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle",</script>`, "||||"},
		{"a profile is no author", `<meta property="article:author" content="https://facebook.com/x"><meta name=author content="Алесь Крук">`, "|Алесь Крук|||"},
		{"the wrong code for Belarusian", `<meta http-equiv=Content-Language content="by">`, "|||be|"},
		{"only the change is stated", `<meta property="article:modified_time" content="2024-05-02">`, "2024-05-02||||"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read([]byte("<html><head>"+tt.head+"</head><body>"+body), Hint{URL: "https://lake.example/x?y=1"})
			if err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprintf("%s|%s|%s|%s|%s", d.Date, d.Author, d.Site, d.Language, d.Canonical)
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	page := `<html><head><link rel="alternate" hreflang="by" href="/be/1"><link rel=alternate hreflang=x-default href="/1"><link rel=alternate type="application/rss+xml" href="/rss">
<meta property="og:locale:alternate" content="en_US"></head><body>
<a href="/be/1">Бел</a> <a href="/en/1#top" title="English"></a> <a href="/ru/1">Рус</a> <a href="/en/">Eng</a> <a href="#x">РУС</a> <a href="javascript:go()">Eng</a>
<h1>Паром</h1><p>` + first + `</p><p>Он сам <a href="/2024/kapitan">говорит по-русски</a> с детства.</p></body></html>`
	d, err := Read([]byte(page), Hint{URL: "https://lake.example/ru/1/article"})
	if err != nil {
		t.Fatal(err)
	}
	want := []Link{
		{"https://lake.example/be/1", lang.Belarusian, Hreflang, ""},
		{"https://lake.example/1", "", Hreflang, ""},
		{"https://lake.example/be/1", lang.Belarusian, Switcher, "Бел"},
		{"https://lake.example/en/1", lang.English, Switcher, "English"},
		{"https://lake.example/ru/1", lang.Russian, Switcher, "Рус"},
		{"", lang.English, LocaleAlternate, ""},
	}
	if diff := cmp.Diff(want, d.Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestLossIsTold(t *testing.T) {
	var inner strings.Builder
	for range 6 {
		inner.WriteString("<div class=promo-box><span>" + second + "</span></div><p>" + first + "</p>")
	}
	d, err := Read([]byte("<html><body><h1>Паром вышел на озеро</h1><div>"+inner.String()+"</div></body></html>"), Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Lost.Share < 0.4 || len(d.Lost.Reasons) == 0 {
		t.Errorf("half of the running text was left out, and the loss is told as %+v", d.Lost)
	}
}

// BenchmarkReadHTML has the same cost per byte at all sizes.
func BenchmarkReadHTML(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		page := []byte("<html><head><title>Паром</title></head><body><h1>Паром</h1><div>" +
			strings.Repeat("<p>"+first+" "+second+"</p>\n", n) + "</div><ul class=menu>" + strings.Repeat("<li><a href=/x>пункт</a></li>", n) + "</ul></body></html>")
		b.Run(fmt.Sprintf("%d paragraphs", n), func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				if _, err := Read(page, Hint{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkReadSavedPages(b *testing.B) {
	pages := savedPages(b)
	size := 0
	for _, p := range pages {
		size += len(p.data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, p := range pages {
			if _, err := Read(p.data, p.hint()); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkReadPDF(b *testing.B) {
	data := readFile(b, "testdata/chess.be.pdf")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, Hint{}); err != nil {
			b.Fatal(err)
		}
	}
}
