package google

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"google.golang.org/api/googleapi"

	"triptych/translate"
)

// longestWait is the longest time that a service is believed to ask for.
const longestWait = 24 * time.Hour

// reply is what Google's services write of an error, v2 and v3 alike: v2 gives its reason in errors, v3 in details.
type reply struct {
	Error struct {
		Code    int
		Message string
		Status  string
		Errors  []struct{ Reason string }
		Details []struct {
			Reason     string
			Metadata   map[string]string
			RetryDelay string // "3.5s"
		}
	}
}

// refusal is the error for an answer that is not 200.
func (e *Engine) refusal(p translate.Pair, err *googleapi.Error) *translate.Error {
	var r reply
	// A page of a proxy leaves r empty; the status says enough then.
	_ = json.Unmarshal([]byte(err.Body), &r)
	out := e.verdict(p, err.Code, r)
	out.After = r.after(err.Header)
	return out
}

func (e *Engine) verdict(p translate.Pair, status int, r reply) *translate.Error {
	switch {
	case status >= 500 || status == http.StatusRequestTimeout:
		return overloaded(status, r)
	case (status == http.StatusForbidden || status == http.StatusTooManyRequests) && r.daily():
		return e.told(translate.Exhausted, "the project's quota is used up", "wait until tomorrow, or ask for more in Google's console under Quotas")
	case status == http.StatusTooManyRequests || status == http.StatusForbidden && r.says("rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"):
		return e.told(translate.Busy, "the service is asked too fast", "")
	case status == http.StatusUnauthorized || status == http.StatusForbidden || r.says("API_KEY_INVALID", "keyInvalid", "keyExpired") || r.mentions("api key"):
		return e.refused(r)
	case status == http.StatusRequestEntityTooLarge || status == http.StatusRequestURITooLong || r.mentions("too long", "too large", "size exceeds"):
		return e.told(translate.TooLong, "the text is longer than the service takes", "split the paragraph")
	case status == http.StatusBadRequest && (r.says("invalid") && r.mentions("invalid value") || r.mentions("language pair", "language is", "languages are", "target language", "source language")):
		return notServed(p)
	case status == http.StatusNotFound, status >= 300 && status < 400:
		return e.told(translate.BadRequest, "the service is not at its address (answer "+strconv.Itoa(status)+")", fixEndpoint+e.orProject())
	}
	return translate.Errorf(name, translate.BadRequest, "the service refuses the request (answer %d)", status)
}

// overloaded is for a fault of the service. When it says so itself it has not translated; a proxy, or a service that ran
// out of time, does not know.
func overloaded(status int, r reply) *translate.Error {
	err := translate.Errorf(name, translate.Unavailable, "the service answers %d: a fault of its own", status)
	err.Unbilled = r.Error.Code == status && status != http.StatusGatewayTimeout && status != http.StatusRequestTimeout
	return err
}

func (e *Engine) told(reason translate.Reason, detail, fix string) *translate.Error {
	err := translate.Errorf(name, reason, "%s", detail)
	err.Fix = fix
	return err
}

func (e *Engine) orProject() string {
	if e.key != "" {
		return ""
	}
	return " and TRIPTYCH_GOOGLE_PROJECT"
}

// refused tells apart why a key or credentials are not accepted, as far as the service does.
func (e *Engine) refused(r reply) *translate.Error {
	switch {
	case r.says("accessNotConfigured", "SERVICE_DISABLED"):
		return e.told(translate.Refused, "the Cloud Translation API is switched off in the project", "switch it on in Google's console")
	case r.says("BILLING_DISABLED", "billingNotEnabled"):
		return e.told(translate.Refused, "the project has no billing", "switch billing on in Google's console")
	case e.key != "":
		return e.told(translate.Refused, "the API key is not accepted", fixKey)
	}
	return e.told(translate.Refused, "the credentials are not accepted", fixCredentials)
}

// says tells whether one of the reasons is given, for machines, anywhere in the answer.
func (r reply) says(reasons ...string) bool {
	for _, e := range r.Error.Errors {
		if slices.Contains(reasons, e.Reason) {
			return true
		}
	}
	for _, d := range r.Error.Details {
		if slices.Contains(reasons, d.Reason) {
			return true
		}
	}
	return false
}

// mentions looks into the message for people, where the service gives no better reason. Lower case.
func (r reply) mentions(words ...string) bool {
	message := strings.ToLower(r.Error.Message)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(message, w) })
}

// daily tells whether a quota is meant that waiting a minute does not help: v2 says so in its reason, v3 by the quota's
// unit or name.
func (r reply) daily() bool {
	if r.says("dailyLimitExceeded", "dailyLimitExceededUnreg", "quotaExceeded") || r.mentions("per day", "daily limit") {
		return true
	}
	for _, d := range r.Error.Details {
		if strings.HasPrefix(d.Metadata["quota_unit"], "1/d/") || strings.Contains(d.Metadata["quota_limit"], "PerDay") {
			return true
		}
	}
	return false
}

// after is how long the service asks to wait: by header, or in v3's details.
func (r reply) after(h http.Header) time.Duration {
	wait := retryAfter(h)
	for _, d := range r.Error.Details {
		if delay, err := time.ParseDuration(d.RetryDelay); err == nil {
			wait = max(wait, delay)
		}
	}
	return min(wait, longestWait)
}

// retryAfter reads the header's two forms, seconds and a date. The date is taken against the service's own clock.
func retryAfter(h http.Header) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(value, 10, 32); err == nil {
		return min(time.Duration(seconds)*time.Second, longestWait)
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return max(0, min(at.Sub(now), longestWait))
}
