package compare

import (
	"fmt"
	"strconv"
	"strings"

	"triptych/lang/quantity"
)

// plain writes a quantity in figures: "1 500 000", "12%", "18:05".
func plain(q quantity.Quantity) string {
	switch q.Kind {
	case quantity.ClockTime:
		return fmt.Sprintf("%02d:%02d", int(q.Value)/60, int(q.Value)%60)
	case quantity.Year, quantity.Decade:
		return strconv.Itoa(int(q.Value))
	case quantity.Day:
		return fmt.Sprintf("day %d", int(q.Value))
	}
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(q.Value, 'f', -1, 64), ".")
	out := grouped(whole)
	if fraction != "" {
		out += "." + fraction
	}
	switch q.Unit {
	case "":
		return out
	case "%":
		return out + "%"
	}
	return out + " " + unitName(q)
}

// unitName is a quantity's unit as English writes it behind the number: those that are words have a plural.
func unitName(q quantity.Quantity) string {
	if q.Value == 1 || q.Value == -1 {
		return q.Unit
	}
	switch q.Unit {
	case "rouble", "pound", "kopeck", "cent", "mile", "acre", "barrel", "gallon", "pint", "knot", "degree", "second", "minute",
		"hour", "day", "week", "month", "year":
		return q.Unit + "s"
	case "mile/h":
		return "mph"
	}
	return q.Unit
}

// grouped parts the thousands of numbers of five digits and more by a space that does not break.
func grouped(digits string) string {
	if len(digits) < 5 {
		return digits
	}
	var sb strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 && digits[i-1] != '-' {
			sb.WriteString("\u00a0")
		}
		sb.WriteRune(c)
	}
	return sb.String()
}
