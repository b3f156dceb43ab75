package extract

import "fmt"

// minskOffset is how many hours Minsk's clocks were ahead of UTC at a local hour: three since 27 March 2011; before
// that two in winter and three in summer, from the last Sunday of March to the last of October (of September until
// 1995), changed at two at night. Of the years before 1991 it is only nearly right.
func minskOffset(day, hour int) int {
	year, month, _ := civil(day)
	if day >= daysFrom1970(2011, 3, 27) {
		return 3
	}
	last := 10
	if year < 1996 {
		last = 9
	}
	from, to := lastSunday(year, 3), lastSunday(year, last)
	switch {
	case month < 3 || month > last || day < from || day > to:
		return 2
	case day == from && hour < 2, day == to && hour >= 3:
		return 2
	}
	return 3
}

// lastSunday is the last Sunday of a month of 31 or 30 days, in days from 1970.
func lastSunday(year, month int) int {
	length := 31
	if month == 9 {
		length = 30
	}
	last := daysFrom1970(year, month, length)
	return last - ((last+4)%7+7)%7 // 1 January 1970 was a Thursday
}

// minskTime writes seconds since 1970 as a time in Minsk.
func minskTime(seconds int64) string {
	for _, offset := range []int{3, 2} {
		local := int(seconds) + offset*3600
		day, second := local/86400, local%86400
		if offset == 2 || minskOffset(day, second/3600) == 3 {
			y, m, d := civil(day)
			return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d+%02d:00", y, m, d, second/3600, second/60%60, second%60, offset)
		}
	}
	return ""
}

// daysFrom1970 counts the days of the Gregorian calendar from 1 January 1970. The year is taken to begin in March, so
// that the leap day is its last (after Howard Hinnant, "chrono-compatible low-level date algorithms").
func daysFrom1970(year, month, day int) int {
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	ofEra := year - era*400
	ofYear := (153*((month+9)%12)+2)/5 + day - 1
	return era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468
}

// civil is the reverse of daysFrom1970.
func civil(days int) (year, month, day int) {
	days += 719468
	era := floorDiv(days, 146097)
	ofEra := days - era*146097
	year = (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*year + year/4 - year/100)
	m := (5*ofYear + 2) / 153
	day = ofYear - (153*m+2)/5 + 1
	month = (m+2)%12 + 1
	year += era * 400
	if month <= 2 {
		year++
	}
	return year, month, day
}

func floorDiv(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}
