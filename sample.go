// Package triptych holds the sample article that the web page and the benchmarks show: one invented story, told by
// three newsrooms, with differences planted in it. What differs is listed in testdata/ferry/differences.tsv.
package triptych

import _ "embed"

// The texts are strings, so that no caller can change what the next one gets.
var (
	//go:embed testdata/ferry/en.txt
	english string
	//go:embed testdata/ferry/ru.txt
	russian string
	//go:embed testdata/ferry/be.txt
	belarusian string
)

// Text is one version of the sample as it would lie in a file: UTF-8, paragraphs parted by blank lines.
type Text struct {
	Name string // the file's name, such as "en.txt"
	Data []byte
}

// Sample returns the English, the Russian and the Belarusian version, in this order. The bytes belong to the caller.
func Sample() []Text {
	return []Text{
		{Name: "en.txt", Data: []byte(english)},
		{Name: "ru.txt", Data: []byte(russian)},
		{Name: "be.txt", Data: []byte(belarusian)},
	}
}
