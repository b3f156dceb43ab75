package dropin

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestMarkup(t *testing.T) {
	for _, c := range []struct {
		name, in string
		texts    []string
		out      string // with every text in capitals
	}{
		{"no markup", "one pier", []string{"one pier"}, "ONE PIER"},
		{"tags and attributes stay", `<p class=x title='a pier'>one <B>two</B></p >`, []string{"one", "two"}, `<p class=x title='a pier'>ONE <B>TWO</B></p >`},
		{"entities are read and written", "salt &amp; fish &lt;3 &laquo;так&raquo;", []string{"salt & fish <3 «так»"}, "SALT &amp; FISH &lt;3 «ТАК»"},
		{"quotation marks are not", `"it's"`, []string{`"it's"`}, `"IT'S"`},
		{"what is no text stays", "<p> &nbsp; 42 &#8212; <br/>\n</p>", nil, "<p> &nbsp; 42 &#8212; <br/>\n</p>"},
		{"spaces stay outside", "<p>\n  one  \n</p>", []string{"one"}, "<p>\n  ONE  \n</p>"},
		{"lines are joined", "<p>one\n   two\r\n\r\nthree</p>", []string{"one two three"}, "<p>ONE TWO THREE</p>"},
		{"but not where they count", "<pre>one\n  two</pre>three\nfour", []string{"one\n  two", "three four"}, "<pre>ONE\n  TWO</pre>THREE FOUR"},
		{"scripts, styles, comments", "<script>let a</script><style>b{}</style><!-- c --><!DOCTYPE html>d", []string{"d"}, "<script>let a</script><style>b{}</style><!-- c --><!DOCTYPE html>D"},
		{"a title is text", "<title>one &amp; <b></title>", []string{"one & <b>"}, "<title>ONE &amp; &lt;B&gt;</title>"},
		{"an emoji of Mastodon", `one <span translate="no">:pier:</span> two`, []string{"one", "two"}, `ONE <span translate="no">:pier:</span> TWO`},
		{"kept out, with elements in it", `<span class="a notranslate">b<span>c</span><br>d</span>e`, []string{"e"}, `<span class="a notranslate">b<span>c</span><br>d</span>E`},
		{"a void element keeps nothing out", `<br translate=no>one`, []string{"one"}, `<br translate=no>ONE`},
		{"translate=yes", `<b translate="yes">one</b>`, []string{"one"}, `<b translate="yes">ONE</b>`},
		{"less than", "a < b and b<3", []string{"a < b and b<3"}, "A &lt; B AND B&lt;3"},
		{"a tag without an end is text", "<p>one <b and two", []string{"one <b and two"}, "<p>ONE &lt;B AND TWO"},
		{"tags of a translation tool", "one <g1>two</g1><x2/> three", []string{"one", "two", "three"}, "ONE <g1>TWO</g1><x2/> THREE"},
		{"a script that closes itself goes on", "<script/>a</script>b", []string{"b"}, "<script/>a</script>B"},
		{"empty", "", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := markup(c.in)
			if diff := cmp.Diff(c.texts, d.texts()); diff != "" {
				t.Errorf("texts (-want +got):\n%s", diff)
			}
			if got := d.put(capitals(d.texts())); got != c.out {
				t.Errorf("got  %q\nwant %q", got, c.out)
			}
		})
	}
}

func capitals(texts []string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = strings.ToUpper(text)
	}
	return out
}

// tags is everything in a text that is markup, as it stands there.
func tags(source string) string {
	var sb strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return sb.String()
		}
		end := at + len(z.Raw())
		if kind != html.TextToken {
			sb.WriteString(source[at:end])
		}
		at = end
	}
}

// Whatever an engine answers, no tag is lost and none is made.
func FuzzMarkup(f *testing.F) {
	for _, seed := range []string{
		"<p>one <b class=\"notranslate\">two</b> &amp; three</p>", "<script>a</script><title>b</title>", "a < b <c", "<pre>a\nb</pre>",
		"<textarea>a</textarea><!-- b --><x/>", "<plaintext>a<b>", "<b translate=no>a<b>c", "<noscript><b>a</noscript>", "<![CDATA[a]]>", "&lt;b&gt;",
	} {
		f.Add(seed, "<script>&b")
	}
	f.Fuzz(func(t *testing.T, source, translation string) {
		if !utf8.ValidString(source) || !utf8.ValidString(translation) {
			return
		}
		d := markup(source)
		var kept strings.Builder
		for _, p := range d.parts {
			kept.WriteString(p.kept)
		}
		translations := d.texts()
		for i, text := range translations {
			if !hasLetter(text) || strings.Trim(text, space) != text {
				t.Fatalf("%q is no text to translate", text)
			}
			translations[i] = translation
		}
		if got, want := tags(d.put(translations)), tags(source); got != want {
			t.Fatalf("tags\n%q became\n%q", want, got)
		}
		if again := markup(d.put(d.texts())); cmp.Diff(again.texts(), d.texts()) != "" {
			t.Fatalf("texts of %q\n%q became\n%q", source, d.texts(), again.texts())
		}
	})
}

func BenchmarkMarkup(b *testing.B) {
	page := strings.Repeat(`<p>The ferry <a href="/f?a=1&amp;b=2">left</a> at noon &mdash; with nobody on board.</p>`+"\n", 1000)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		d := markup(page)
		d.put(d.texts())
	}
}
