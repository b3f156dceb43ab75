package dropin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// request is what a program sent, however it sent it.
type request struct {
	texts []string
	list  bool // whether the texts are a list, though it may be a list of one
	// fields are the other parameters by name. Those of the body win over those of the address.
	fields map[string]string
}

// known lists the parameters that are read; others mean nothing here.
func known() []string {
	return []string{"source", "target", "format", "key", "api_key", "alternatives"}
}

// parse reads the parameters of an address and a body: a form of either kind, or JSON, which Google's programs may wrap
// in {"data": …}. The error is a sentence that does not repeat what was sent.
func parse(query, contentType string, body []byte) (request, error) {
	q := request{fields: map[string]string{}}
	if !utf8.Valid(body) {
		return q, errors.New("the text is not UTF-8")
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return q, errors.New("the parameters in the address cannot be read")
	}
	if err := q.add(values); err != nil || len(bytes.TrimSpace(body)) == 0 {
		return q, err
	}
	kind, parameters, _ := mime.ParseMediaType(contentType)
	switch {
	case kind == "application/json" || strings.HasSuffix(kind, "+json"):
		return q, q.addJSON(body)
	case kind == "multipart/form-data":
		values, err = multipartForm(body, parameters["boundary"])
	case bytes.HasPrefix(bytes.TrimSpace(body), []byte("{")):
		return q, errors.New("a body in JSON needs the header Content-Type: application/json")
	default:
		values, err = url.ParseQuery(string(body))
	}
	if err != nil {
		return q, errors.New("the form cannot be read")
	}
	return q, q.add(values)
}

// multipartForm reads a form of the kind that may hold files; files are left out.
func multipartForm(body []byte, boundary string) (url.Values, error) {
	values := url.Values{}
	for r := multipart.NewReader(bytes.NewReader(body), boundary); ; {
		part, err := r.NextPart()
		if err == io.EOF {
			return values, nil
		}
		if err != nil {
			return nil, err
		}
		if part.FileName() != "" {
			continue
		}
		value, err := io.ReadAll(part)
		if err != nil {
			return nil, err
		}
		values.Add(part.FormName(), string(value))
	}
}

func (q *request) add(values url.Values) error {
	q.texts = append(q.texts, values["q"]...)
	q.list = len(q.texts) > 1
	for _, text := range values["q"] {
		if !utf8.ValidString(text) {
			return errors.New("the text is not UTF-8")
		}
	}
	for _, name := range known() {
		if values.Has(name) {
			q.fields[name] = values.Get(name)
		}
	}
	return nil
}

func (q *request) addJSON(body []byte) error {
	// encoding/json alone would put U+FFFD for half a surrogate pair, and choose among members of one name.
	if !jsontext.Value(body).IsValid() {
		return errors.New("the body is not JSON")
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(body, &members) != nil {
		return errors.New("the body is not an object of JSON")
	}
	if inner, wrapped := members["data"]; wrapped {
		members = nil
		if json.Unmarshal(inner, &members) != nil {
			return errors.New("data is not an object")
		}
	}
	for _, name := range known() {
		value, ok := members[name]
		if !ok {
			continue
		}
		text, err := word(value)
		if err != nil {
			return fmt.Errorf("%s is not a text", name)
		}
		q.fields[name] = text
	}
	return q.addTexts(members["q"])
}

// addTexts reads q of JSON: a text or a list of texts.
func (q *request) addTexts(value json.RawMessage) error {
	var one *string
	if len(value) == 0 || json.Unmarshal(value, &one) == nil {
		if one != nil {
			q.texts = append(q.texts, *one)
		}
		q.list = len(q.texts) > 1
		return nil
	}
	var many []*string
	if json.Unmarshal(value, &many) != nil {
		return errors.New("q is neither a text nor a list of texts")
	}
	for _, text := range many {
		if text == nil {
			return errors.New("q holds null where a text should be")
		}
		q.texts = append(q.texts, *text)
	}
	q.list = true
	return nil
}

// word reads a parameter of JSON that other programs write as a text, a number, or null.
func word(value json.RawMessage) (string, error) {
	var text *string
	if json.Unmarshal(value, &text) == nil {
		if text == nil {
			return "", nil
		}
		return *text, nil
	}
	var number json.Number
	err := json.Unmarshal(value, &number)
	return number.String(), err
}

// characters counts the code points of all texts.
func (q request) characters() int {
	n := 0
	for _, text := range q.texts {
		n += utf8.RuneCountInString(text)
	}
	return n
}
