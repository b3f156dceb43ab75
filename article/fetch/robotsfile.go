package fetch

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/temoto/robotstxt"
)

// Limits of a robots.txt that keep the work of matching an address with it small; few real files come near them.
const (
	mostRules     = 5000
	mostWildcards = 8 << 10 // bytes of rules with wildcards, each of which is held against every place of an address
	longestRule   = 500
)

// parseRobots is the group of rules that speaks to us; nil where none does.
func parseRobots(body []byte, agent string) *robotstxt.Group {
	data, err := robotstxt.FromString(cleanRobots(body))
	if err != nil || data == nil {
		return nil
	}
	return data.FindGroup(agent)
}

// cleanRobots leaves of a robots.txt the lines that matter, in a form that the library takes: it would give up the whole
// file for one bad line, and compares addresses byte by byte.
func cleanRobots(body []byte) string {
	var b strings.Builder
	agents, rules, wildcards := 0, 0, 0
	for line := range bytes.Lines(bytes.TrimPrefix(body, []byte("\ufeff"))) {
		key, value, ok := robotsLine(line)
		switch {
		case !ok:
			continue
		case key == "user-agent":
			agents++
		case agents == 0: // a rule for nobody
			continue
		case key == "crawl-delay" && !seconds(value):
			continue
		}
		if strings.ContainsAny(value, "*$") && key != "user-agent" {
			wildcards += len(value)
		}
		if rules++; rules > mostRules || wildcards > mostWildcards {
			break
		}
		fmt.Fprintf(&b, "%s: %s\n", key, value)
	}
	return b.String()
}

func robotsLine(line []byte) (key, value string, ok bool) {
	line, _, _ = bytes.Cut(line, []byte("#"))
	k, v, found := strings.Cut(string(line), ":")
	key, value = strings.ToLower(strings.TrimSpace(k)), strings.TrimSpace(v)
	if !found || value == "" || len(value) > longestRule {
		return "", "", false
	}
	switch key {
	case "user-agent", "crawl-delay":
		return key, percent(value), true
	case "allow", "disallow":
		return key, percent(value), true
	}
	return "", "", false
}

func seconds(value string) bool {
	n, err := strconv.ParseFloat(value, 64)
	return err == nil && n >= 0 && n < 1e6
}

// percent writes a path in the one form in which a rule and an address can be compared: escaped, with capital hexadecimal
// digits.
func percent(path string) string {
	escaped := []byte(escape(path))
	for i := 0; i+2 < len(escaped); i++ {
		if escaped[i] == '%' {
			copy(escaped[i:], bytes.ToUpper(escaped[i:i+3]))
			i += 2
		}
	}
	return string(escaped)
}

// escape percent-encodes what is not ASCII, and spaces and control characters.
func escape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// product is the name by which a robots.txt calls us: the user agent up to its version.
func product(userAgent string) string {
	name, _, _ := strings.Cut(strings.TrimSpace(userAgent), " ")
	name, _, _ = strings.Cut(name, "/")
	return strings.ToLower(name)
}
