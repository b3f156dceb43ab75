package quantity

import "fmt"

// Date is a day of the calendar, with a time of day if HasTime.
type Date struct {
	Year, Month, Day     int
	Hour, Minute, Second int
	HasTime              bool
}

// ISO is the date as ISO 8601 writes it, "2024-11-15" or "2024-11-15T18:00:00", without a zone.
func (d Date) ISO() string {
	if !d.HasTime {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d", d.Year, d.Month, d.Day, d.Hour, d.Minute, d.Second)
}

// valid tells whether the calendar has the day.
func valid(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	return day <= daysIn(year, month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
