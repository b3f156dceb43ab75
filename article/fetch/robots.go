package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"
)

// What a robots.txt means by its status, which the parsing library answers otherwise:
//
//	200            its rules hold, for an hour
//	401, 403       the site does not want to be read by programs: nothing is
//	429, 5xx       not known now: nothing is read, and it is asked again after a minute
//	other 4xx      there is none: everything may be read
const (
	robotsAge   = time.Hour
	robotsRetry = time.Minute
	robotsBytes = 512 << 10 // RFC 9309 wants 500 KiB to be read; the rest is left
	robotsHops  = 5         // redirects, by the same
	longestWait = 10 * time.Second
)

// rules is what a robots.txt says to us. Its status is that of the answer; 0 where none was asked for yet.
type rules struct {
	status int
	group  *robotstxt.Group // nil: everything may be read
}

// refuse is why an address may not be read; nil where it may.
func (r rules) refuse(u *url.URL) error {
	robots := origin(u) + "/robots.txt"
	switch {
	case r.status == http.StatusUnauthorized || r.status == http.StatusForbidden:
		e := errorf(Robots, u.String(), "the site lets no program read %s (%d)", robots, r.status).fix(fixPaste)
		e.Status = r.status
		return e
	case r.status == http.StatusTooManyRequests || r.status >= 500:
		e := errorf(Robots, u.String(), "the site answers %d for %s, so it is not known what may be read", r.status, robots).fix(fixLater)
		e.Status = r.status
		return e
	case r.group != nil && !r.group.Test(percent(u.RequestURI())):
		return errorf(Robots, u.String(), "the site asks programs not to read it (%s)", robots).fix(fixPaste)
	}
	return nil
}

// permitted reads a host's robots.txt where it is not known, and holds an address against it.
func (c *Client) permitted(ctx context.Context, h *host, u *url.URL, left *budget) error {
	if now := c.opt.Clock(); h.rules.status == 0 || !now.Before(h.until) {
		r, err := c.robots(ctx, u, left)
		if err != nil {
			return err
		}
		h.rules, h.until = r, now.Add(robotsAge)
		if r.status == http.StatusTooManyRequests || r.status >= 500 {
			h.until = now.Add(robotsRetry)
		}
		if r.group != nil && r.group.CrawlDelay > c.opt.Pause {
			h.pace.SetLimit(rate.Every(min(r.group.CrawlDelay, longestWait)))
		}
	}
	return h.rules.refuse(u)
}

// robots asks for the robots.txt of an address.
func (c *Client) robots(ctx context.Context, of *url.URL, left *budget) (rules, error) {
	u := &url.URL{Scheme: of.Scheme, Host: of.Host, Path: "/robots.txt"}
	for range robotsHops + 1 {
		var status int
		var location string
		var body []byte
		err := left.spend(ctx, func(ctx context.Context) (err error) {
			status, location, body, err = c.askRobots(ctx, u)
			return err
		})
		switch {
		case errors.Is(err, errCoding), errors.Is(err, errDamaged):
			return rules{status: http.StatusOK}, nil
		case err != nil:
			return rules{}, c.fault(ctx, of, err)
		case location == "":
			return rules{status, parseRobots(body, c.agent)}, nil
		}
		if u, err = c.follow(u, location); err != nil {
			return rules{status: http.StatusNotFound}, nil // leads nowhere: there is none
		}
	}
	return rules{status: http.StatusNotFound}, nil
}

// askRobots makes one request; the body is that of a success only, and not more of it than is wanted.
func (c *Client) askRobots(ctx context.Context, u *url.URL) (status int, location string, body []byte, err error) {
	resp, err := c.ask(ctx, u, Conditional{})
	if err != nil {
		return 0, "", nil, err
	}
	defer resp.Body.Close()
	if redirects(resp.StatusCode) {
		return resp.StatusCode, resp.Header.Get("Location"), nil, nil
	}
	if resp.StatusCode != http.StatusOK {
		return resp.StatusCode, "", nil, nil
	}
	decoded, done, err := decode(resp.Header.Values("Content-Encoding"), &capped{r: resp.Body, left: robotsBytes})
	if err != nil {
		return 0, "", nil, err
	}
	defer done()
	body, err = io.ReadAll(io.LimitReader(decoded, robotsBytes))
	if errors.Is(err, errTooLarge) { // what was read of it holds
		err = nil
	}
	return resp.StatusCode, "", body, err
}
