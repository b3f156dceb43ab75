package libre

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"triptych/lang"
	"triptych/translate"
)

// longestWait is the longest time that a server is believed to ask for.
const longestWait = 24 * time.Hour

// reply is a server's answer, read to its end.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// readAnswer reads {"translatedText": text or array}; false is for anything else, invalid UTF-8 too.
func readAnswer(body []byte) ([]string, bool) {
	var a struct{ TranslatedText json.RawMessage }
	if !utf8.Valid(body) || json.Unmarshal(body, &a) != nil {
		return nil, false
	}
	var many []string
	if bytes.HasPrefix(a.TranslatedText, []byte("[")) {
		if json.Unmarshal(a.TranslatedText, &many) != nil {
			return nil, false
		}
		return many, true
	}
	var one *string
	if json.Unmarshal(a.TranslatedText, &one) != nil || one == nil {
		return nil, false
	}
	return []string{*one}, true // some servers unwrap an array of one
}

// models are the languages that a server translates into, by the language it translates from.
type models map[lang.Tag]map[lang.Tag]bool

// readLanguages reads the list of [{"code", "targets"}]; false is for anything else. Servers of old list no targets: all
// languages are, in one set that their entries share.
func readLanguages(body []byte) (models, bool) {
	var list []struct {
		Code    string
		Targets []string
	}
	if !utf8.Valid(body) || json.Unmarshal(body, &list) != nil {
		return nil, false
	}
	m, all := models{}, map[lang.Tag]bool{}
	for _, l := range list {
		from, err := lang.Parse(l.Code)
		if err != nil {
			continue // nobody can ask for it
		}
		all[from] = true
		m[from] = all
		if l.Targets != nil {
			m[from] = tags(l.Targets)
		}
	}
	return m, true
}

func tags(codes []string) map[lang.Tag]bool {
	out := map[lang.Tag]bool{}
	for _, code := range codes {
		if tag, err := lang.Parse(code); err == nil {
			out[tag] = true
		}
	}
	return out
}

// message is what an error says; "" where the answer is no error of the protocol's.
func (r reply) message() string {
	var e struct{ Error string }
	_ = json.Unmarshal(r.body, &e) // a page, or a translation, leaves it empty
	return e.Error
}

// refusal tells refusals apart by their status and the words that LibreTranslate uses.
func (r reply) refusal(p translate.Pair) *translate.Error {
	out := r.verdict(p, strings.ToLower(r.message()))
	out.After = r.after()
	return out
}

func (r reply) verdict(p translate.Pair, message string) *translate.Error {
	says := func(s string) bool { return strings.Contains(message, s) }
	switch {
	case r.status == http.StatusTooManyRequests:
		return translate.Errorf(name, translate.Busy, "the server is asked too fast")
	case r.status >= 500 || r.status == http.StatusRequestTimeout:
		out := translate.Errorf(name, translate.Unavailable, "the server answers %d: a fault of its own", r.status)
		out.Unbilled = message != "" && r.status != http.StatusGatewayTimeout
		return out
	case says("request limits violations"):
		return told(translate.Exhausted, "the server shuts this machine out for a while, for too many requests", "wait, or set a key in TRIPTYCH_LIBRETRANSLATE_KEY")
	case r.status == http.StatusUnauthorized, r.status == http.StatusForbidden, says("api key"):
		return told(translate.Refused, "the server does not accept the key, or wants one", "check TRIPTYCH_LIBRETRANSLATE_KEY")
	case r.status == http.StatusRequestEntityTooLarge:
		return told(translate.TooLong, "the request is larger than the server takes", "split the paragraph, or raise the server's limit")
	case says("is not supported"), says("not available as a target"):
		return notServed(p)
	case r.status == http.StatusNotFound, r.status == http.StatusMethodNotAllowed, r.status >= 300 && r.status < 400:
		return told(translate.BadRequest, "there is no LibreTranslate server at the address (answer "+strconv.Itoa(r.status)+")", fixURL)
	case r.status == http.StatusOK:
		return translate.Errorf(name, translate.BadAnswer, "the server answers an error of its own")
	}
	return translate.Errorf(name, translate.BadRequest, "the server refuses the request (answer %d)", r.status)
}

func told(reason translate.Reason, detail, fix string) *translate.Error {
	err := translate.Errorf(name, reason, "%s", detail)
	err.Fix = fix
	return err
}

func notServed(p translate.Pair) *translate.Error {
	err := translate.Errorf(name, translate.NotServed, "the server does not translate %s into %s", p.From.Name(), p.To.Name())
	err.Fix = "install the models of the pair on the server"
	return err
}

// notJSON is for an answer that says it is well and is not what was asked for.
func (r reply) notJSON() *translate.Error {
	if bytes.HasPrefix(bytes.TrimSpace(r.body), []byte("<")) {
		return told(translate.BadAnswer, "the server answers a page instead of JSON", fixURL)
	}
	return translate.Errorf(name, translate.BadAnswer, "the answer is not what the protocol says")
}

// after reads Retry-After, in seconds or as a date, which is taken against the server's own clock.
func (r reply) after() time.Duration {
	value := strings.TrimSpace(r.header.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(value, 10, 32); err == nil {
		return min(time.Duration(seconds)*time.Second, longestWait)
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(r.header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return max(0, min(at.Sub(now), longestWait))
}
