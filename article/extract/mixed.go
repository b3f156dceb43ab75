package extract

import (
	"slices"

	"triptych/article"
	"triptych/lang"
)

// Split parts a version whose page has its text in two languages or more, one after the other or by turns. languages has
// one entry for each paragraph of v, [lang.Undetermined] or "" where nothing is known of it. Each language that has a
// real part of the text becomes a version of its own, in the order in which they begin, with their paragraphs in order;
// paragraphs of other languages, a quotation for instance, stay with the paragraph before them and keep their language.
// A text in one language comes back as one version. The result shares no memory with v.
func Split(v *article.Version, languages []lang.Tag) []article.Version {
	if len(languages) != len(v.Paragraphs) {
		languages = make([]lang.Tag, len(v.Paragraphs))
	}
	main := mainLanguages(v, languages)
	if len(main) == 0 {
		main = []lang.Tag{v.Language}
	}
	homes := home(languages, main)
	var parts []article.Version
	for _, tag := range main {
		parts = append(parts, part(v, languages, tag, func(i int) bool { return homes[i] == tag }))
	}
	return parts
}

// mainLanguages are the languages that a sixth of the text is in, dates not counted, and a paragraph of some length;
// in order of appearance.
func mainLanguages(v *article.Version, languages []lang.Tag) []lang.Tag {
	const share, shortest = 6, 40 // bytes of a paragraph
	weight, long, all := map[lang.Tag]int{}, map[lang.Tag]bool{}, 0
	for i, tag := range languages {
		if v.Paragraphs[i].Role == article.RoleDate || tag == "" || tag == lang.Undetermined {
			continue
		}
		n := v.Paragraphs[i].Len()
		weight[tag] += n
		long[tag] = long[tag] || n >= shortest && v.Paragraphs[i].Role == article.RoleBody
		all += n
	}
	var main []lang.Tag
	for _, tag := range languages {
		if weight[tag]*share >= all && long[tag] && !slices.Contains(main, tag) {
			main = append(main, tag)
		}
	}
	return main
}

// home says which version each paragraph belongs to: that of its language or, where it has none, that of the paragraph
// before it. What stands before the first known paragraph goes with it.
func home(languages, main []lang.Tag) []lang.Tag {
	homes := make([]lang.Tag, len(languages))
	last := main[0]
	for i, tag := range languages {
		if slices.Contains(main, tag) {
			last = tag
		}
		homes[i] = last
	}
	return homes
}

// part makes a version of some paragraphs.
func part(v *article.Version, languages []lang.Tag, tag lang.Tag, of func(int) bool) article.Version {
	var list []paragraph
	var tags []lang.Tag
	for i := range v.Paragraphs {
		if of(i) {
			list = append(list, paragraph{v.Paragraph(i), v.Paragraphs[i].Role})
			tags = append(tags, languages[i])
		}
	}
	w := layOut(list)
	w.Language, w.Source, w.Date, w.SHA256 = tag, v.Source, v.Date, v.SHA256
	for i, t := range tags {
		if w.Paragraphs[i].Language = tag; t != "" && t != lang.Undetermined {
			w.Paragraphs[i].Language = t
		}
	}
	if headline(&w) == "" {
		assignHeadline(&w)
	}
	return w
}

// assignHeadline gives the first paragraph of a version the role of a headline, if it looks like one.
func assignHeadline(v *article.Version) {
	for i, p := range v.Paragraphs {
		if p.Role == article.RoleDate {
			continue
		}
		if isHeadline(v, i) {
			v.Paragraphs[i].Role = article.RoleHeadline
		}
		return
	}
}
