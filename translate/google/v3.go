package google

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"strings"

	"cloud.google.com/go/auth"
	"cloud.google.com/go/auth/credentials"
	"cloud.google.com/go/auth/httptransport"
	v3 "cloud.google.com/go/translate/apiv3"
	"cloud.google.com/go/translate/apiv3/translatepb"
	"google.golang.org/api/option"

	"triptych/translate"
)

func limitsV3() translate.Limits {
	return translate.Limits{Texts: 1024, CodePoints: 5_000}
}

type clientV3 struct {
	*v3.TranslationClient
	parent string
}

func newV3(ctx context.Context, o Options) (client, error) {
	creds := o.Credentials
	if creds == nil {
		var err error
		if creds, err = findCredentials(); err != nil {
			return nil, err
		}
	}
	project, err := projectOf(ctx, o.Project, creds)
	if err != nil {
		return nil, err
	}
	creds.TokenProvider = tokens{creds.TokenProvider}
	h, err := httptransport.NewClient(&httptransport.Options{
		Credentials: creds, BaseRoundTripper: exchange{base: o.Transport}, DisableTelemetry: true, Logger: silent(),
	})
	if err != nil {
		return nil, fmt.Errorf("use Google's credentials: %w", err)
	}
	h.CheckRedirect = stay
	c, err := newREST(ctx, h, o.Endpoint)
	if err != nil {
		return nil, fmt.Errorf("make the client of Google's service: %w", err)
	}
	return clientV3{c, "projects/" + project + "/locations/global"}, nil
}

func newREST(ctx context.Context, h *http.Client, endpoint string) (*v3.TranslationClient, error) {
	opts := []option.ClientOption{option.WithHTTPClient(h), option.WithLogger(silent())}
	if endpoint != "" {
		opts = append(opts, option.WithEndpoint(strings.TrimRight(endpoint, "/")))
	}
	c, err := v3.NewTranslationRESTClient(ctx, opts...)
	if err != nil {
		return nil, err
	}
	c.CallOptions = &v3.TranslationCallOptions{} // no retries and no timeouts but ours
	return c, nil
}

// silent keeps the library from logging requests, which hold the article, where the environment asks it to.
func silent() *slog.Logger { return slog.New(slog.DiscardHandler) }

func findCredentials() (*auth.Credentials, error) {
	creds, err := credentials.DetectDefault(&credentials.DetectOptions{Scopes: v3.DefaultAuthScopes(), Logger: silent()})
	if err != nil {
		e := translate.Errorf(name, translate.Refused, "no API key is set, and Google's default credentials cannot be read")
		e.Fix = "set TRIPTYCH_GOOGLE_KEY, or set GOOGLE_APPLICATION_CREDENTIALS to a credentials file or run gcloud auth application-default login"
		return nil, e
	}
	return creds, nil
}

// tokens marks its errors: without a token, no request was sent.
type tokens struct{ auth.TokenProvider }

func (t tokens) Token(ctx context.Context) (*auth.Token, error) {
	token, err := t.TokenProvider.Token(ctx)
	if err != nil {
		return nil, unsentError{err}
	}
	return token, nil
}

// projectOf is the project that is named, or that the credentials belong to, or that they are billed to.
func projectOf(ctx context.Context, named string, creds *auth.Credentials) (string, error) {
	for _, ask := range []func(context.Context) (string, error){
		func(context.Context) (string, error) { return named, nil }, creds.ProjectID, creds.QuotaProjectID,
	} {
		project, err := ask(ctx)
		if err != nil || project == "" {
			continue
		}
		if !isProject(project) {
			e := translate.Errorf(name, translate.Refused, "%.80q is not the id of a Google project", project)
			e.Fix = "set TRIPTYCH_GOOGLE_PROJECT to an id such as my-project-123"
			return "", e
		}
		return project, nil
	}
	e := translate.Errorf(name, translate.Refused, "Google's credentials name no project")
	e.Fix = "set TRIPTYCH_GOOGLE_PROJECT"
	return "", e
}

// isProject allows an id, one of a company's own domain ("example.org:my-project"), or a project's number.
func isProject(s string) bool {
	ok, _ := regexp.MatchString(`^[a-z0-9][a-z0-9.:-]{0,100}$`, s)
	return ok
}

func (c clientV3) translate(ctx context.Context, p translate.Pair, texts []string) ([]string, error) {
	answer, err := c.TranslateText(ctx, &translatepb.TranslateTextRequest{
		Parent: c.parent, Contents: texts, MimeType: "text/plain",
		SourceLanguageCode: string(p.From), TargetLanguageCode: string(p.To),
	})
	if err != nil {
		return nil, err
	}
	out := make([]string, len(answer.GetTranslations()))
	for i, t := range answer.GetTranslations() {
		out[i] = t.GetTranslatedText()
	}
	return out, nil
}

func (c clientV3) languages(ctx context.Context) (languages, error) {
	answer, err := c.GetSupportedLanguages(ctx, &translatepb.GetSupportedLanguagesRequest{Parent: c.parent})
	if err != nil {
		return languages{}, err
	}
	list := newLanguages()
	for _, l := range answer.GetLanguages() {
		list.add(l.GetLanguageCode(), l.GetSupportSource(), l.GetSupportTarget())
	}
	return list, nil
}
