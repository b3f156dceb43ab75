package dropin

import (
	"context"
	"math"
	"slices"

	"triptych/lang"
)

// libre is LibreTranslate's protocol.
type libre struct{ *Dropin }

type libreTranslation struct {
	TranslatedText   any `json:"translatedText"` // a text, or a list where a list was sent
	DetectedLanguage any `json:"detectedLanguage,omitempty"`
	Alternatives     any `json:"alternatives,omitempty"`
}

type libreDetection struct {
	Confidence float64  `json:"confidence"` // 0 to 100, whole
	Language   lang.Tag `json:"language"`
}

type libreLanguage struct {
	Code    lang.Tag   `json:"code"`
	Name    string     `json:"name"`
	Targets []lang.Tag `json:"targets"`
}

func (l libre) translate(ctx context.Context, q request) (any, error) {
	j, err := l.read(q)
	if err != nil {
		return nil, err
	}
	done, failed := l.Dropin.translate(ctx, j)
	if failed != nil {
		return nil, l.failure(failed)
	}
	return libreAnswer(q, j, done), nil
}

// read reads a request for translations; what is missing is named in the order in which LibreTranslate looks for it.
func (l libre) read(q request) (job, *fault) {
	if err := l.checkTexts(q); err != nil {
		return job{}, err
	}
	for _, name := range []string{"source", "target"} {
		if q.fields[name] == "" {
			return job{}, libreMissing(name)
		}
	}
	var j job
	var err *fault
	if source := q.fields["source"]; source != "auto" {
		if j.from, err = libreLanguageOf(source); err != nil {
			return job{}, err
		}
	}
	if j.to, err = libreLanguageOf(q.fields["target"]); err != nil {
		return job{}, err
	}
	format := q.fields["format"]
	if format != "" && format != "text" && format != "html" {
		return job{}, bad(quotable(format) + " format is not supported")
	}
	j.documents = documents(q.texts, format)
	return j, nil
}

func (l libre) checkTexts(q request) *fault {
	n := q.characters()
	switch {
	case len(q.texts) == 0, !q.list && n == 0:
		return libreMissing("q")
	case len(q.texts) > l.limits.texts:
		return exceeds(len(q.texts), l.limits.texts)
	case n > l.limits.characters:
		return exceeds(n, l.limits.characters)
	}
	return nil
}

func libreMissing(name string) *fault { return bad("Invalid request: missing " + name + " parameter") }

func libreLanguageOf(code string) (lang.Tag, *fault) {
	tag, err := lang.Parse(code)
	if err != nil || tag == lang.Undetermined {
		return "", bad(quotable(code) + " is not supported")
	}
	return tag, nil
}

// quotable is what a program sent, if it is short enough for a word of the protocol.
func quotable(word string) string {
	if len(word) > 40 {
		return "this"
	}
	return word
}

func libreAnswer(q request, j job, done result) libreTranslation {
	found := make([]libreDetection, len(done.sources))
	for i, g := range done.sources {
		found[i] = libreGuess(g)
	}
	a := libreTranslation{TranslatedText: done.texts[0]}
	if q.list {
		a.TranslatedText = done.texts
	}
	switch {
	case j.from != "":
	case q.list:
		a.DetectedLanguage = found
	default:
		a.DetectedLanguage = found[0]
	}
	if n := q.fields["alternatives"]; n != "" && n != "0" {
		a.Alternatives = alternatives(q)
	}
	return a
}

// alternatives is that there are none, for each text of a list.
func alternatives(q request) any {
	none := []string{}
	if !q.list {
		return none
	}
	return slices.Repeat([][]string{none}, len(q.texts))
}

// libreGuess is a detection; of a text that says nothing LibreTranslate answers English with no confidence.
func libreGuess(g lang.Guess) libreDetection {
	if g.Language == lang.Undetermined {
		return libreDetection{Language: lang.English}
	}
	return libreDetection{Confidence: math.Round(100 * g.Confidence), Language: g.Language}
}

func (l libre) detect(ctx context.Context, q request) (any, error) {
	if err := l.checkTexts(q); err != nil {
		return nil, err
	}
	found, err := l.detectAll(ctx, q.texts)
	if err != nil {
		return nil, err
	}
	return []libreDetection{libreGuess(found)}, nil
}

func (l libre) languages(ctx context.Context, _ request) (any, error) {
	pairs, err := l.pairs(ctx)
	if err != nil {
		return nil, err
	}
	out := []libreLanguage{}
	for _, tag := range listed(pairs) {
		// LibreTranslate counts a language among its own targets.
		targets := append([]lang.Tag{tag}, pairs[tag]...)
		slices.Sort(targets)
		out = append(out, libreLanguage{tag, tag.Name(), targets})
	}
	return out, nil
}

// settings is what LibreTranslate's own page asks for. Some programs read the limit.
func (l libre) settings(context.Context, request) (any, error) {
	type named struct {
		Code string `json:"code"`
		Name string `json:"name"`
	}
	return map[string]any{
		"apiKeys": l.admit != nil, "keyRequired": l.admit != nil,
		"charLimit": l.limits.characters, "frontendTimeout": 500, "suggestions": false,
		"filesTranslation": false, "supportedFilesFormat": []string{},
		"language": map[string]named{
			"source": {"auto", "Auto Detect"},
			"target": {string(lang.Belarusian), lang.Belarusian.Name()},
		},
	}, nil
}

func (l libre) health(context.Context, request) (any, error) {
	return map[string]string{"status": "ok"}, nil
}
