package extract

import (
	"strings"
	"testing"
)

func TestStamp(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"English site of a newspaper", "Posted: 15.11.2024 18:00:00", "2024-11-15T18:00:00+03:00"},
		{"agency, Russian", "08 января 2026, 19:51", "2026-01-08T19:51:00+03:00"},
		{"office, Belarusian", "31 снежня, 2025", "2025-12-31"},
		{"office, Russian", "31 декабря, 2025", "2025-12-31"},
		{"office, English", "December 31, 2024", "2024-12-31"},
		{"slash before the time", "08.09.2023 / 23:03", "2023-09-08T23:03:00+03:00"},
		{"short month", "16 Sep 2020", "2020-09-16"},
		{"dash before the time", "04 августа 2020 — 13:36", "2020-08-04T13:36:00+03:00"},
		{"ISO day", "2024-02-29", "2024-02-29"},
		{"ISO with a zone", "2024-11-15T18:00:00+03:00", "2024-11-15T18:00:00+03:00"},
		{"ISO with a zone of four figures", "2023-10-06T16:45:00+0300", "2023-10-06T16:45:00+03:00"},
		{"ISO with a short zone", "2023-10-06T16:45+03", "2023-10-06T16:45:00+03:00"},
		{"ISO in Greenwich, with fractions", "2025-05-20T07:30:00.000Z", "2025-05-20T07:30:00Z"},
		{"ISO with spaces", "2025-05-20 07:30:00 +00:00", "2025-05-20T07:30:00+00:00"},
		{"ISO without a zone", "2025-05-20T07:30:00", "2025-05-20T07:30:00+03:00"},
		{"ISO without seconds", "2025-05-20 07:30", "2025-05-20T07:30:00+03:00"},
		{"mail header", "Mon, 11 Mar 2025 10:02:00 GMT", "2025-03-11T10:02:00Z"},
		{"mail header with an offset", "Tue, 11 Mar 2025 10:02:00 +0200", "2025-03-11T10:02:00+02:00"},
		{"seconds since 1970", "1745585944", "2025-04-25T15:59:04+03:00"},
		{"milliseconds since 1970", "1745585944123", "2025-04-25T15:59:04+03:00"},
		{"winter before 2011", "9 сакавіка 2009, 14:48", "2009-03-09T14:48:00+02:00"},
		{"summer before 2011", "1 июля 2009 г., 9:05", "2009-07-01T09:05:00+03:00"},
		{"the last day of summer time", "31.10.2010 02:30", "2010-10-31T02:30:00+03:00"},
		{"the morning after", "31.10.2010 03:30", "2010-10-31T03:30:00+02:00"},
		{"the clocks stay", "28.03.2011 12:00", "2011-03-28T12:00:00+03:00"},
		{"seconds in winter before 2011", "1262304000", "2010-01-01T02:00:00+02:00"},
		{"no such day", "2023-02-30", ""},
		{"no such hour", "2023-02-03T25:00:00", ""},
		{"no date", "Минск, понедельник", ""},
		{"text around", "Опубликовано в среду, читайте завтра", ""},
		{"nothing", "", ""},
		{"a number", "123", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Stamp(tt.text)
			if got != tt.want || ok != (tt.want != "") {
				t.Errorf("Stamp(%q) = %q, %t; want %q", tt.text, got, ok, tt.want)
			}
		})
	}
}

func TestCalendarIsItsOwnReverse(t *testing.T) {
	for day := -800000; day < 800000; day += 13 {
		y, m, d := civil(day)
		if back := daysFrom1970(y, m, d); back != day {
			t.Fatalf("day %d is %d-%d-%d, which is day %d", day, y, m, d, back)
		}
	}
}

func FuzzStamp(f *testing.F) {
	for _, s := range []string{"Posted: 15.11.2024 18:00:00", "2024-11-15T18:00:00+03:00", "1745585944", "16 Sep 2020", "31 снежня, 2025"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := Stamp(s)
		if !ok {
			return
		}
		if len(got) < len("2006-01-02") || strings.Count(got[:10], "-") != 2 {
			t.Fatalf("Stamp(%q) = %q", s, got)
		}
		again, ok := Stamp(got)
		if !ok || again != got {
			t.Errorf("Stamp(%q) = %q, and of that %q", s, got, again)
		}
	})
}
