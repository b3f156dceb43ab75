package extract

import (
	"regexp"
	"strings"

	"triptych/article"
)

// looksSubtitles tells SRT and WebVTT by their first lines.
func looksSubtitles(head string) bool {
	if strings.HasPrefix(head, "WEBVTT") {
		return true
	}
	lines := strings.SplitN(strings.ReplaceAll(head, "\r\n", "\n"), "\n", 4)
	for _, line := range lines[:min(len(lines), 3)] {
		if strings.Contains(line, "-->") {
			return isTiming(line)
		}
	}
	return false
}

// isTiming tells the line that says when a cue is shown: "00:00:01,000 --> 00:00:04,000".
func isTiming(line string) bool {
	from, to, found := strings.Cut(line, "-->")
	return found && strings.Contains(from, ":") && strings.Contains(to, ":") && strings.Trim(from, " \t0123456789:.,") == ""
}

// cueMarks are the marks of style in a cue: "<i>", "<c.yellow>", "{\an8}". Compiled once: every line is searched.
var cueMarks = regexp.MustCompile(`</?[a-zA-Z][^<>]*>|\{\\[^{}]*\}`)

// readSubtitles reads SRT and WebVTT. Cues are cut by time, often in the middle of a sentence: they are joined into
// paragraphs that end where a sentence does. A new speaker's dash begins a paragraph.
func readSubtitles(data []byte, hint Hint) (*Document, error) {
	text, charset, err := decodeAny(data, hint.Charset)
	if err != nil {
		return nil, err
	}
	var j cueJoiner
	timed := false
	for _, cue := range blocks(strings.Join(trimmedLines(text), "\n")) {
		for i, line := range cue {
			if isTiming(line) {
				timed = true
				j.cue(cue[i+1:])
				break
			}
		}
	}
	j.flush()
	switch {
	case !timed:
		return nil, damaged("the subtitles have no line that says when one is shown")
	case len(j.paragraphs) == 0:
		return nil, ErrEmpty
	}
	v := article.New(j.paragraphs)
	return &Document{Version: v, Charset: charset}, nil
}

func trimmedLines(text string) []string {
	return strings.Split(normalise(strings.ReplaceAll(text, "\\N", "\n")), "\n")
}

// cueJoiner joins the lines of cues into paragraphs.
type cueJoiner struct {
	paragraphs []string
	open       strings.Builder
}

func (j *cueJoiner) cue(lines []string) {
	for _, line := range lines {
		line = oneLine(cueMarks.ReplaceAllString(line, ""))
		if line == "" {
			continue
		}
		if strings.HasPrefix(line, "-") || strings.HasPrefix(line, "–") || strings.HasPrefix(line, "—") {
			j.flush()
		}
		if j.open.Len() > 0 {
			j.open.WriteByte(' ')
		}
		j.open.WriteString(line)
	}
	const longest = 600 // bytes; without full stops a paragraph would never end
	if endsSentence(j.open.String()) || j.open.Len() > longest {
		j.flush()
	}
}

func (j *cueJoiner) flush() {
	if j.open.Len() > 0 {
		j.paragraphs = append(j.paragraphs, j.open.String())
		j.open.Reset()
	}
}
