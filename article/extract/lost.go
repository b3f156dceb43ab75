package extract

import (
	"cmp"
	"fmt"
	"slices"
)

// loss sums up what was left out. Only running text counts: a page's menus are no loss.
func (k *picker) loss() Loss {
	var l Loss
	left, all, risky := map[string]int{}, 0, 0
	for i, b := range k.blocks {
		if i == k.headline || !b.isProse() || k.why[i] == "repeated headline" {
			continue
		}
		all += len(b.text)
		if k.kept[i] {
			continue
		}
		left[k.why[i]] += len(b.text)
		if k.mayBelong(i) {
			risky += len(b.text)
		}
	}
	if all == 0 {
		return l
	}
	lost, harmful := 0, 0
	for reason, n := range left {
		lost += n
		if !isHarmless(reason) {
			harmful += n
		}
	}
	l.Share = float64(lost) / float64(all)
	kept := all - lost
	l.Risk = risky > 0 && risky*10 >= kept || harmful > 3*kept
	l.Reasons = reasons(left)
	return l
}

// mayBelong tells whether a text that was left out stands where the article does: between its first and last
// paragraph, or between the headline and the first.
func (k *picker) mayBelong(i int) bool {
	return !isHarmless(k.why[i]) && i > k.headline && i < k.last
}

// isHarmless tells the reasons that are read off the text itself: it cannot have been a part of an article.
func isHarmless(reason string) bool {
	switch reason {
	case "cookie notice", "subscription", "copyright", "tools", "share bar", "advertisement", "comments":
		return true
	}
	return false
}

func reasons(left map[string]int) []string {
	var names []string
	for name := range left {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(left[b]-left[a], cmp.Compare(a, b)) })
	for i, name := range names {
		names[i] = fmt.Sprintf("%s: %d bytes", name, left[name])
	}
	return names
}
