package google

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	v2 "cloud.google.com/go/translate"
	"golang.org/x/text/language"
	"google.golang.org/api/option"

	"triptych/translate"
)

// limitsV2 has bytes too: the service takes 204 800 of the request, and a form writes a byte of Cyrillic as three.
func limitsV2() translate.Limits {
	return translate.Limits{Texts: 128, CodePoints: 5_000, Bytes: 60_000}
}

type clientV2 struct{ *v2.Client }

func newV2(ctx context.Context, o Options) (client, error) {
	// The key is not given to the library: together with a client of ours it would drop it, and alone it would write it
	// into the address.
	h := &http.Client{Transport: exchange{base: o.Transport, key: o.Key}, CheckRedirect: stay}
	opts := []option.ClientOption{option.WithHTTPClient(h)}
	if o.Endpoint != "" {
		opts = append(opts, option.WithEndpoint(strings.TrimRight(o.Endpoint, "/")+"/language/translate/"))
	}
	c, err := v2.NewClient(ctx, opts...)
	if err != nil {
		return nil, fmt.Errorf("make the client of Google's service: %w", err)
	}
	return clientV2{c}, nil
}

func (c clientV2) translate(ctx context.Context, p translate.Pair, texts []string) ([]string, error) {
	from, errFrom := language.Parse(string(p.From))
	to, errTo := language.Parse(string(p.To))
	if errFrom != nil || errTo != nil {
		return nil, notServed(p)
	}
	answers, err := c.Translate(ctx, texts, to, &v2.Options{Source: from, Format: v2.Text})
	if err != nil {
		return nil, err
	}
	out := make([]string, len(answers))
	for i, a := range answers {
		out[i] = a.Text
	}
	return out, nil
}

func (c clientV2) languages(ctx context.Context) (languages, error) {
	listed, err := c.SupportedLanguages(ctx, language.English)
	if err != nil {
		return languages{}, err
	}
	list := newLanguages()
	for _, l := range listed {
		list.add(l.Tag.String(), true, true)
	}
	return list, nil
}
