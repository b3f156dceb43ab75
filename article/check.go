package article

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Check tells what is wrong with a version's layout: nil when its paragraphs follow one another through the whole text,
// none is blank, and every paragraph's sentences hold all of it but the spaces between them. Language, Key and the
// other labels are not looked at.
func (v *Version) Check() error {
	if !utf8.ValidString(v.Text) {
		return fmt.Errorf("the text is not UTF-8")
	}
	at, sentence := 0, 0
	for i, p := range v.Paragraphs {
		if i > 0 {
			if !strings.HasPrefix(v.Text[at:], parting) {
				return fmt.Errorf("paragraph %d does not end with a blank line", i-1)
			}
			at += len(parting)
		}
		if p.Start != at || p.End <= p.Start || p.End > len(v.Text) {
			return fmt.Errorf("paragraph %d spans bytes %d to %d and should begin at %d", i, p.Start, p.End, at)
		}
		if p.Sentences.Lo != sentence || p.Sentences.Empty() || p.Sentences.Hi > len(v.Sentences) {
			return fmt.Errorf("paragraph %d has sentences %d to %d and should begin with %d", i, p.Sentences.Lo, p.Sentences.Hi, sentence)
		}
		if err := v.checkSentences(i); err != nil {
			return fmt.Errorf("paragraph %d: %w", i, err)
		}
		at, sentence = p.End, p.Sentences.Hi
	}
	if at != len(v.Text) || sentence != len(v.Sentences) {
		return fmt.Errorf("bytes from %d or sentences from %d on are in no paragraph", at, sentence)
	}
	return nil
}

func (v *Version) checkSentences(paragraph int) error {
	p := v.Paragraphs[paragraph]
	at := p.Start
	for i := p.Sentences.Lo; i < p.Sentences.Hi; i++ {
		s := v.Sentences[i]
		if s.Paragraph != paragraph || s.Start < at || s.Len() <= 0 || s.End > p.End {
			return fmt.Errorf("sentence %d spans bytes %d to %d of paragraph %d", i, s.Start, s.End, s.Paragraph)
		}
		if strings.TrimSpace(v.Text[at:s.Start]) != "" {
			return fmt.Errorf("text before sentence %d is in no sentence", i)
		}
		if text := v.Sentence(i); strings.TrimSpace(text) != text || !utf8.ValidString(text) {
			return fmt.Errorf("sentence %d begins or ends with a space or inside a character", i)
		}
		at = s.End
	}
	if strings.TrimSpace(v.Text[at:p.End]) != "" {
		return fmt.Errorf("text after its last sentence is in no sentence")
	}
	return nil
}
