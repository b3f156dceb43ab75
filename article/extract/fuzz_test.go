package extract

import "testing"

func FuzzReadHTML(f *testing.F) {
	for i, p := range savedPages(f) {
		if i%5 == 0 {
			f.Add(p.data)
		}
	}
	f.Add([]byte("<table><tr><td>a<td>b<tr><td><table><tr><td>c"))
	f.Add([]byte("<p>a<br><br>b<a href=//x hreflang=be>бел</a><script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"<p>x\"}</script>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkRead(t, append([]byte("<html>"), data...), Hint{URL: "https://example.com/a/b"})
	})
}

func FuzzReadDOCX(f *testing.F) {
	f.Add(wordBody, wordStyles)
	f.Fuzz(func(t *testing.T, body, styles string) {
		checkRead(t, pack(t, "word/document.xml", body, "word/styles.xml", styles, "word/endnotes.xml", body), Hint{})
	})
}

func FuzzReadODT(f *testing.F) {
	f.Add(odtBody, core)
	f.Fuzz(func(t *testing.T, body, meta string) {
		checkRead(t, pack(t, "content.xml", body, "meta.xml", meta), Hint{})
	})
}

func FuzzReadEPUB(f *testing.F) {
	f.Add(`<package><manifest><item id="a" href="a" media-type="html"/></manifest><spine><itemref idref="a"/></spine></package>`, "<p>a", "<encryption/>")
	f.Fuzz(func(t *testing.T, list, chapter, rights string) {
		checkRead(t, pack(t, "META-INF/container.xml", `<container><rootfiles><rootfile full-path="o"/></rootfiles></container>`,
			"o", list, "a", chapter, "META-INF/encryption.xml", rights), Hint{})
	})
}

func FuzzReadContainer(f *testing.F) {
	f.Add(pack(f, "word/document.xml", wordBody))
	f.Add(packBook(f))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, append([]byte("PK\x03\x04"), data...), Hint{}) })
}

func FuzzReadSubtitles(f *testing.F) {
	f.Add("1\n00:00:01,000 --> 00:00:03,000\n<i>a</i>\n- b\n")
	f.Fuzz(func(t *testing.T, s string) { checkRead(t, []byte("WEBVTT\n\n"+s), Hint{}) })
}

func FuzzReadMarkdown(f *testing.F) {
	for _, s := range []string{"# a\n\n*b* _c_ [d](e) ![f](g) <h> `i` \\*", "---\ntitle: a\n---\n| a |\n|---|\n> 1. b\n\n```\nc", "a\n===\n[^1] [a][b]\n\n[b]: c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkRead(t, []byte(s), Hint{URL: "a.md"}) })
}

func FuzzReadPDF(f *testing.F) {
	f.Add(readFile(f, "testdata/chess.be.pdf"))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length 30>>stream\nBT /F1 12 Tf (Hello) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, append([]byte("%PDF-"), data...), Hint{}) })
}
