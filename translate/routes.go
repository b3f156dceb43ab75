package translate

import (
	"slices"
	"strings"

	"triptych/lang"
)

// Routes are the choices for each pair that has any of its own, the best first.
type Routes map[Pair][]Choice

// Choice is one way from a language to another: one leg, or several through pivots.
type Choice []Leg

// Leg is one translation by one engine, which is named as in [About].
type Leg struct {
	Pair
	Engine string
}

// routesExample stands in the errors.
const routesExample = "en-be=google>ru>apertium,google; ru-be=apertium,google; en-ru=libre"

// ParseRoutes reads routes such as
//
//	en-be=google; ru-be=apertium,google; en-ru=libre; be-en=apertium>ru>google
//
// where a choice is an engine, or engines with the languages between them. Engines are checked against known, unless it
// is empty; it is no error that a known one is not set up. Blank text is no routes. An error says at which character.
func ParseRoutes(s string, known ...string) (Routes, error) {
	routes := Routes{}
	for _, f := range (field{s, 1}).split(";") {
		if f.text == "" {
			continue
		}
		pair, choices, found := f.cut("=")
		if !found {
			return nil, f.wrong(routesExample, "a route is a pair of languages, =, and engines")
		}
		p, err := parsePair(pair)
		if err != nil {
			return nil, err
		}
		if routes[p] != nil {
			return nil, pair.wrong(routesExample, "the pair %s has a route already", p)
		}
		if routes[p], err = parseChoices(choices, p, known); err != nil {
			return nil, err
		}
	}
	return routes, nil
}

func parsePair(f field) (Pair, error) {
	from, to, found := f.cut("-")
	if !found {
		return Pair{}, f.wrong(routesExample, "a pair of languages looks like en-be")
	}
	var p Pair
	var err error
	if p.From, err = parseLanguage(from); err != nil {
		return Pair{}, err
	}
	if p.To, err = parseLanguage(to); err != nil {
		return Pair{}, err
	}
	if p.From == p.To {
		return Pair{}, f.wrong(routesExample, "from %s to %s there is nothing to translate", p.From, p.To)
	}
	return p, nil
}

func parseLanguage(f field) (lang.Tag, error) {
	tag, err := lang.Parse(f.text)
	if err != nil {
		return "", f.wrong(routesExample, "%q is not a language", f.text)
	}
	return tag, nil
}

func parseChoices(f field, p Pair, known []string) ([]Choice, error) {
	var out []Choice
	for _, c := range f.split(",") {
		choice, err := parseChoice(c, p, known)
		if err != nil {
			return nil, err
		}
		out = append(out, choice)
	}
	return out, nil
}

// parseChoice reads engine>language>engine>…; engines stand at the even places.
func parseChoice(f field, p Pair, known []string) (Choice, error) {
	parts := f.split(">")
	if len(parts)%2 == 0 {
		return nil, f.wrong(routesExample, "a way through another language looks like google>ru>apertium")
	}
	var c Choice
	stops := []lang.Tag{p.From}
	for i, part := range parts {
		if i%2 == 1 {
			stop, err := parseLanguage(part)
			if err != nil {
				return nil, err
			}
			if stop == p.To || slices.Contains(stops, stop) {
				return nil, part.wrong(routesExample, "a way from %s to %s does not pass %s twice", p.From, p.To, stop)
			}
			stops = append(stops, stop)
			continue
		}
		if err := checkEngine(part, known); err != nil {
			return nil, err
		}
		c = append(c, Leg{Engine: part.text})
	}
	stops = append(stops, p.To)
	for i := range c {
		c[i].Pair = Pair{stops[i], stops[i+1]}
	}
	return c, nil
}

func checkEngine(f field, known []string) error {
	if f.text == "" {
		return f.wrong(routesExample, "the name of an engine is missing")
	}
	if len(known) > 0 && !slices.Contains(known, f.text) {
		return f.wrong(routesExample, "there is no engine %q, only %s", f.text, strings.Join(known, ", "))
	}
	if strings.ContainsAny(f.text, "=- \t\n") {
		return f.wrong(routesExample, "%q is not the name of an engine", f.text)
	}
	return nil
}

func (c Choice) String() string {
	var b strings.Builder
	for i, leg := range c {
		if i > 0 {
			b.WriteString(">" + string(leg.From) + ">")
		}
		b.WriteString(leg.Engine)
	}
	return b.String()
}

// String is what [ParseRoutes] reads, the pairs in alphabetical order.
func (r Routes) String() string {
	var out []string
	for p, choices := range r {
		var names []string
		for _, c := range choices {
			names = append(names, c.String())
		}
		out = append(out, p.String()+"="+strings.Join(names, ","))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}
