package translate

import (
	"math"
	"strconv"
)

const (
	budgetExample = "google=500000"
	priceExample  = "google=20"
)

// Prices are dollars for a million characters, by the engine's name.
type Prices map[string]float64

// ParsePrices reads prices such as "google=20, other=12.5". Blank text is no prices. An error says at which character.
func ParsePrices(s string) (Prices, error) {
	prices := Prices{}
	err := parseAmounts(s, priceExample, func(engine string, f field) error {
		dollars, err := strconv.ParseFloat(f.text, 64)
		if err != nil || !(dollars >= 0) || math.IsInf(dollars, 0) {
			return f.wrong(priceExample, "%q is not a price in dollars for a million characters", f.text)
		}
		prices[engine] = dollars
		return nil
	})
	if err != nil {
		return nil, err
	}
	return prices, nil
}

// ParseBudget reads how many characters each engine may be paid for in a month, such as "google=500000". Blank text is no
// ceilings. An error says at which character. Nothing at all cannot be meant, where the engine need only be left out.
func ParseBudget(s string) (map[string]int, error) {
	budget := map[string]int{}
	err := parseAmounts(s, budgetExample, func(engine string, f field) error {
		n, err := strconv.ParseInt(f.text, 10, 40)
		if err != nil || n <= 0 {
			return f.wrong(budgetExample, "%q is not a number of characters a month: write digits alone, at least 1", f.text)
		}
		budget[engine] = int(n)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return budget, nil
}

// parseAmounts reads engine=amount, parted by commas or semicolons.
func parseAmounts(s, example string, put func(engine string, amount field) error) error {
	seen := map[string]bool{}
	for _, part := range (field{s, 1}).split(";") {
		for _, f := range part.split(",") {
			if f.text == "" {
				continue
			}
			engine, amount, found := f.cut("=")
			if !found || engine.text == "" {
				return f.wrong(example, "an engine, =, and a number are expected")
			}
			if seen[engine.text] {
				return engine.wrong(example, "%s has a number already", engine.text)
			}
			seen[engine.text] = true
			if err := put(engine.text, amount); err != nil {
				return err
			}
		}
	}
	return nil
}
