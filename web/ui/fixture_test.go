package ui

import (
	"fmt"
	"strings"
	"testing"

	"triptych/align"
	"triptych/article"
	"triptych/compare"
	"triptych/lang"
	"triptych/workbench"
)

// library is an article in three versions with something of everything that the page can show: a date line that one
// version lacks, a merged paragraph, sentences split differently, a lost paragraph, a lost sentence, marks that agree,
// that stand alone, that lie inside one another, a doubtful row and a moved one.
func library(t testing.TB) workbench.Compared {
	t.Helper()
	a := &article.Article{Versions: []article.Version{
		version(lang.English, "library.txt", "2025-09-19T16:40:00", `Posted: 19.09.2025 16:40:00
Hlybokaye library reopens two years after the flood
The town library of Hlybokaye opened its doors again on Friday, two years after a burst main left 12,400 books under water. About 300 readers queued along Lenin Street before the doors were unlocked.
“We did not lose a single manuscript,” said the director, Halina Sakalouskaya. Volunteers had carried the local archive upstairs within an hour.
The first night was the worst, the staff recall: the lights were out, and nobody could find the valve. It was closed at four in the morning.
An audit last spring found that the pump in the cellar had been out of order since 2019. Two employees of the water utility were fined.
The repair cost 2.4 million roubles, of which the regional budget paid a third. Readers collected another 86,000 roubles themselves.
Loans are free, as before, and the reading room stays open until nine in the evening.
In October the library will host an exhibition of dried and restored books.
“I learned to read here, and now my granddaughter will,” said Iosif Baranouski, 81.`),
		version(lang.Russian, "https://hlybokae.example/ru/news/biblioteka-vnov-otkrylas-posle-potopa", "2025-09-19", `Опубликовано: 19.09.2025
Библиотека в Глубоком снова открылась через два года после потопа
Городская библиотека Глубокого снова открылась в пятницу: два года назад из-за прорыва трубы под водой оказались 12 400 книг. Около 300 читателей выстроились в очередь вдоль улицы Ленина ещё до открытия.
«Мы потеряли не одну рукопись, — сказала директор Галина Соколовская. — Но волонтёры за час перенесли краеведческий архив наверх».
Самой тяжёлой была первая ночь, вспоминают сотрудники: света не было. Никто не мог найти задвижку. Её перекрыли в четыре утра.
Весенняя проверка показала, что насос в подвале не работал с 2019 года. Двух сотрудников водоканала оштрафовали.
Ремонт обошёлся в 2,4 млн рублей, треть оплатил областной бюджет. Ещё 86 тысяч рублей собрали сами читатели.
Пользование библиотекой, как и прежде, бесплатное, читальный зал работает до девяти вечера. В октябре здесь откроется выставка высушенных и отреставрированных книг.
«Я научился здесь читать, а теперь научится внучка», — сказал 81-летний Иосиф Барановский.`),
		version(lang.Belarusian, "", "", `Бібліятэка ў Глыбокім зноў адчынілася праз два гады пасля патопу
Гарадская бібліятэка Глыбокага зноў адчынілася ў пятніцу: два гады таму праз прарыў трубы пад вадой апынуліся 14 200 кніг. Каля 300 чытачоў сталі ў чаргу ўздоўж вуліцы Леніна яшчэ да адкрыцця.
«Мы не страцілі ніводнага рукапісу, — сказала дырэктарка Галіна Сакалоўская. — Валанцёры за гадзіну перанеслі краязнаўчы архіў наверх».
Самай цяжкай была першая ноч, згадваюць супрацоўнікі: святла не было, і ніхто не мог знайсці засаўку. Яе перакрылі а чацвёртай раніцы.
Рамонт каштаваў 2,4 мільёна рублёў, трэць аплаціў абласны бюджэт.
Карыстанне бібліятэкай, як і раней, бясплатнае, чытальная зала працуе да дзявятай вечара. У кастрычніку тут адкрыецца выстава высушаных і адрэстаўраваных кніг.
«Я навучыўся тут чытаць, а цяпер навучыцца ўнучка», — сказаў 81-гадовы Іосіф Бараноўскі.`),
	}}
	r := report(t, a, `
0 | 0 | -
1 | 1 | 0
2 | 2 | 1
3 | 3 | 2
4 | 4 | 3
5 | 5 | -
6 | 6 | 4
7 8 | 7 | 5
9 | 8 | 6`, `
0 | 0 | -
1 | 1 | 0
2 | 2 | 1
3 | 3 | 2
4 | 4 | 3
5 | 5 | 4
6 | 6 7 | 5
7 | 8 | 6
8 | 9 | -
9 | 10 | -
10 | 11 | 7
11 | 12 | -
12 | 13 | 8
13 | 14 | 9
14 | 15 | 10`)
	r.Rows[0].Role, r.Rows[1].Role = article.RoleDate, article.RoleHeadline
	r.Rows[7].Bead.Score = 0.52
	difference(t, r, 2, compare.Number, compare.High, "12,400 in English and Russian, 14,200 in Belarusian", nil, "12,400", "12 400", "*14 200")
	difference(t, r, 3, compare.Negation, compare.High, "English and Belarusian deny it, Russian affirms", nil, "did not lose", "*потеряли не одну", "не страцілі")
	difference(t, r, 3, compare.Attribution, compare.Low, "stressed in none", nil, "said", "сказала", "сказала")
	difference(t, r, 5, compare.Omission, compare.High, "A paragraph is not in the Belarusian version", []int{2}, paragraphText(a, 0, 5), paragraphText(a, 1, 5))
	difference(t, r, 6, compare.Omission, compare.Medium, "A sentence is not in the Belarusian version", []int{2}, "Readers collected another 86,000 roubles themselves.", "Ещё 86 тысяч рублей собрали сами читатели.")
	difference(t, r, 6, compare.Number, compare.Medium, "86,000 in English and Russian, not in Belarusian", nil, "86,000", "86 тысяч")
	difference(t, r, 8, compare.Name, compare.Medium, "Baranouski is written differently", nil, "Iosif Baranouski", "Иосиф Барановский", "Іосіф Бараноўскі")
	return workbench.Compared{Report: r, Warnings: []string{"library.txt was read as Windows-1251; if letters look wrong, save it as UTF-8."}}
}

func paragraphText(a *article.Article, version, p int) string {
	return a.Versions[version].Paragraph(p)
}

func version(tag lang.Tag, source, date, lines string) article.Version {
	v := article.New(strings.Split(lines, "\n"))
	v.Key, v.Language, v.Source, v.Date = string(tag), tag, source, date
	for i := range v.Paragraphs {
		v.Paragraphs[i].Language = tag
	}
	headline := 0
	if date != "" {
		v.Paragraphs[0].Role = article.RoleDate
		headline = 1
	}
	v.Paragraphs[headline].Role = article.RoleHeadline
	return v
}

// report lays out rows from beads in the notation of [align.Parse].
func report(t testing.TB, a *article.Article, paragraphs, sentences string) *compare.Report {
	t.Helper()
	r := &compare.Report{Article: a, Levels: align.Levels{Paragraphs: beads(t, paragraphs), Sentences: beads(t, sentences)}}
	for _, b := range r.Levels.Paragraphs.Beads {
		b.Score = 0.97
		r.Rows = append(r.Rows, compare.Row{Bead: b, Role: article.RoleBody})
	}
	for _, s := range r.Levels.Sentences.Beads {
		for i := range r.Rows {
			if contains(a, r.Rows[i].Bead, s) {
				r.Rows[i].Sentences = append(r.Rows[i].Sentences, s)
			}
		}
	}
	return r
}

func beads(t testing.TB, notation string) align.Alignment {
	t.Helper()
	parsed, err := align.Parse(notation)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func contains(a *article.Article, row, s align.Bead) bool {
	for v, side := range s.Sides {
		if side.Empty() {
			continue
		}
		p := a.Versions[v].Sentences[side.Lo].Paragraph
		return p >= row.Sides[v].Lo && p < row.Sides[v].Hi
	}
	return false
}

// difference adds one to a row, with a mark a version where its text is given; a star is for the odd one out.
func difference(t testing.TB, r *compare.Report, row int, k compare.Kind, s compare.Severity, note string, missing []int, texts ...string) {
	t.Helper()
	d := compare.Difference{
		ID: fmt.Sprintf("%s-%d-%d", k, row, len(r.Rows[row].Differences)), Kind: k, Severity: s, Bead: row, Note: note, Missing: missing,
	}
	for v, text := range texts {
		text, odd := strings.CutPrefix(text, "*")
		if text == "" {
			continue
		}
		m := find(r, row, v, text)
		if m.Len() == 0 {
			t.Fatalf("%q is not in row %d of version %d", text, row, v)
		}
		m.Odd = odd
		d.Marks = append(d.Marks, m)
	}
	r.Rows[row].Differences = append(r.Rows[row].Differences, d)
}

func find(r *compare.Report, row, v int, text string) compare.Mark {
	version := &r.Article.Versions[v]
	for p := r.Rows[row].Bead.Sides[v].Lo; p < r.Rows[row].Bead.Sides[v].Hi; p++ {
		if i := strings.Index(version.Paragraph(p), text); i >= 0 {
			start := version.Paragraphs[p].Start + i
			return compare.Mark{Version: v, Span: article.Span{Start: start, End: start + len(text)}, Paragraph: p}
		}
	}
	return compare.Mark{}
}
