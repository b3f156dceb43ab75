package extract

import (
	"fmt"
	"strconv"
	"strings"

	"triptych/lang/quantity"
)

// Stamp reads a date as programs and newsrooms write it: ISO 8601, "Mon, 11 Mar 2025 10:02:00 +0300", seconds since
// 1970, or a date line («08 января 2026, 19:51», "Posted: 15.11.2024 18:00:00"). The result is ISO 8601 to the precision
// that is known; a time without a zone is taken to be told in Minsk and gets Minsk's offset of that day.
func Stamp(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if s, ok := isoStamp(text); ok {
		return s, true
	}
	if s, ok := unixStamp(text); ok {
		return s, true
	}
	line, zone := cutZone(text)
	date, ok := quantity.DateLine(line)
	if !ok {
		return "", false
	}
	if zone != "" && date.HasTime {
		return date.ISO() + zone, true
	}
	return inMinsk(date.ISO()), true
}

// isoStamp reads ISO 8601 as it is met in pages: a space for the T, fractions of a second, "+0300" and "+03".
func isoStamp(s string) (string, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return "", false
	}
	date, ok := quantity.DateLine(s[:10])
	if !ok || date.HasTime || len(s) == 10 {
		return s[:10], ok
	}
	if s[10] != 'T' && s[10] != 't' && s[10] != ' ' {
		return "", false
	}
	clock, zone := s[11:], ""
	if i := strings.IndexAny(clock, "Zz+-−"); i >= 0 {
		clock, zone = strings.TrimSpace(clock[:i]), strings.TrimSpace(clock[i:])
	}
	clock, _, _ = strings.Cut(clock, ".")
	if len(clock) == 5 {
		clock += ":00"
	}
	if !isClock(clock) {
		return "", false
	}
	if zone == "" {
		return inMinsk(s[:10] + "T" + clock), true
	}
	offset, ok := isoZone(zone)
	return s[:10] + "T" + clock + offset, ok
}

// isClock tells whether s is "HH:MM:SS" of a day.
func isClock(s string) bool {
	if len(s) != 8 || s[2] != ':' || s[5] != ':' {
		return false
	}
	h, m, sec := twoDigits(s[:2]), twoDigits(s[3:5]), twoDigits(s[6:])
	return 0 <= h && h < 24 && 0 <= m && m < 60 && 0 <= sec && sec < 60
}

// twoDigits is the number that s writes in two digits; -1 if it does not.
func twoDigits(s string) int {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return -1
	}
	return int(s[0]-'0')*10 + int(s[1]-'0')
}

// isoZone brings "Z", "+03", "+0300" and "+03:00" to the form that ISO 8601 and RFC 3339 share.
func isoZone(s string) (string, bool) {
	if s == "Z" || s == "z" {
		return "Z", true
	}
	sign := s[:1]
	digits, minus := strings.CutPrefix(s, "−")
	if minus {
		sign = "-"
	} else {
		digits = s[1:]
	}
	digits = strings.Replace(digits, ":", "", 1)
	if len(digits) == 2 {
		digits += "00"
	}
	if len(digits) != 4 {
		return "", false
	}
	h, m := twoDigits(digits[:2]), twoDigits(digits[2:])
	if h < 0 || h > 14 || m < 0 || m > 59 {
		return "", false
	}
	return sign + digits[:2] + ":" + digits[2:], true
}

// cutZone cuts "GMT", "UTC", "Z" and an offset in figures off the end of a line that has a time of day.
func cutZone(s string) (line, zone string) {
	for _, name := range []string{" GMT", " UTC", " +0000"} {
		if rest, ok := strings.CutSuffix(s, name); ok {
			return rest, "Z"
		}
	}
	i := strings.LastIndexAny(s, "+-")
	if i < 3 || s[i-1] != ' ' || len(s)-i != 5 || !strings.Contains(s[:i], ":") {
		return s, ""
	}
	if zone, ok := isoZone(s[i:]); ok {
		return s[:i-1], zone
	}
	return s, ""
}

// unixStamp reads seconds or milliseconds since 1970, of a day between 2001 and 2065.
func unixStamp(s string) (string, bool) {
	if len(s) == 13 {
		s = s[:10]
	}
	if len(s) != 10 {
		return "", false
	}
	seconds, err := strconv.ParseUint(s, 10, 32)
	if err != nil || seconds < 1e9 || seconds > 3e9 {
		return "", false
	}
	return minskTime(int64(seconds)), true
}

// inMinsk adds Minsk's offset to a local time without a zone; a day, and what is no ISO 8601, stays as it is.
func inMinsk(iso string) string {
	if len(iso) != len("2006-01-02T15:04:05") {
		return iso
	}
	year, _ := strconv.Atoi(iso[:4])
	return iso + fmt.Sprintf("+%02d:00", minskOffset(daysFrom1970(year, twoDigits(iso[5:7]), twoDigits(iso[8:10])), twoDigits(iso[11:13])))
}
