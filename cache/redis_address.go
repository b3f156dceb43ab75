package cache

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

// kinds of Redis, as in [Redis.Name].
const (
	single   = "redis"
	cluster  = "redis-cluster"
	sentinel = "redis-sentinel"
)

// servers are what an address stands for: exactly one of the three is not nil.
type servers struct {
	one      *redis.Options
	cluster  *redis.ClusterOptions
	failover *redis.FailoverOptions
	bound    time.Duration // a call in whole may take
}

// parseAddress reads the address of a Redis by the rule that [OpenRedis] states. Its errors never hold any part of the
// address that could be, or by a mistake contain, a password.
func parseAddress(raw string, timeout time.Duration) (s servers, kind string, err error) {
	u, err := url.Parse(raw)
	if err != nil || u.Opaque != "" || strings.TrimSpace(raw) != raw {
		return s, "", errors.New("not an address such as redis://user:password@host:6379/0 " +
			"(in a password / is written %2F, @ %40, # %23, ? %3F, % %25)")
	}
	kind, err = kindOf(u)
	if err != nil {
		return s, "", err
	}
	switch kind {
	case cluster:
		s.cluster, err = redis.ParseClusterURL(u.String())
	case sentinel:
		s.failover, err = redis.ParseFailoverURL(u.String())
	default:
		s.one, err = redis.ParseURL(u.String())
	}
	if err != nil {
		return servers{}, "", errors.New(strings.TrimPrefix(err.Error(), "redis: "))
	}
	s.bound = s.knobs().tune(timeout)
	return s, kind, nil
}

// kindOf decides what the address stands for, checks what the library would ignore, panic at or repeat in an error, and
// reduces the scheme to one the library knows.
func kindOf(u *url.URL) (string, error) {
	q, err := url.ParseQuery(u.RawQuery)
	if err != nil || strings.Contains(u.RawQuery, "@") {
		return "", errors.New("the part after ? is not name=value&name=value (in a password ? is written %3F)")
	}
	scheme, told, _ := strings.Cut(u.Scheme, "+")
	kind := single
	switch {
	case told == "sentinel" || told == "" && q.Get("master_name") != "":
		kind = sentinel
	case told == "cluster" || told == "" && q.Has("addr"):
		kind = cluster
	case told != "":
		scheme = "" // refused below
	}
	if scheme != "redis" && scheme != "rediss" && (scheme != "unix" || kind != single) {
		return "", errors.New("the scheme must be redis, rediss or unix; redis or rediss with +sentinel or +cluster")
	}
	u.Scheme = scheme
	return kind, checkParts(u, q, kind)
}

func checkParts(u *url.URL, q url.Values, kind string) error {
	if u.Fragment != "" {
		return errors.New("# in a password is written %23")
	}
	db, numeric := strings.Trim(u.Path, "/"), true
	if db != "" {
		_, err := strconv.ParseUint(db, 10, 31)
		numeric = err == nil
	}
	switch {
	case u.Scheme != "unix" && !numeric:
		return errors.New("after the host comes / and the number of the database, or nothing (in a password / is written %2F)")
	case kind == cluster && db != "" && db != "0":
		return errors.New("a cluster has database 0 only")
	case kind == cluster && q.Has("master_name"):
		return errors.New("master_name is for sentinels, not for a cluster")
	case kind == sentinel && q.Get("master_name") == "":
		return errors.New("sentinels need master_name=")
	case kind == sentinel && (q.Has("route_by_latency") || q.Has("route_randomly")):
		return errors.New("route_by_latency and route_randomly are for a cluster")
	}
	return nil
}

// knobs are the settings that the three kinds of options have in common.
type knobs struct {
	dial, read, write, pool       *time.Duration
	retries, dialRetries          *int
	pipelinePool                  *int
	obeyContext, withoutSignature *bool
	tls                           bool
}

func (s servers) knobs() knobs {
	switch {
	case s.cluster != nil:
		o := s.cluster
		o.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
		return knobs{&o.DialTimeout, &o.ReadTimeout, &o.WriteTimeout, &o.PoolTimeout,
			&o.MaxRetries, &o.DialerRetries, &o.PipelinePoolSize, &o.ContextTimeoutEnabled, &o.DisableIdentity, o.TLSConfig != nil}
	case s.failover != nil:
		o := s.failover
		return knobs{&o.DialTimeout, &o.ReadTimeout, &o.WriteTimeout, &o.PoolTimeout,
			&o.MaxRetries, &o.DialerRetries, &o.PipelinePoolSize, &o.ContextTimeoutEnabled, &o.DisableIdentity, o.TLSConfig != nil}
	default:
		o := s.one
		o.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
		return knobs{&o.DialTimeout, &o.ReadTimeout, &o.WriteTimeout, &o.PoolTimeout,
			&o.MaxRetries, &o.DialerRetries, &o.PipelinePoolSize, &o.ContextTimeoutEnabled, &o.DisableIdentity, o.TLSConfig != nil}
	}
}

// tune sets what the address leaves open, and answers how long a call may take in whole: a quarter more than the longest
// of its steps, so that a step that takes too long fails as what it is. As the library comes, a server that stopped costs
// each call ten seconds, and a context's deadline does not change that.
func (k knobs) tune(timeout time.Duration) (bound time.Duration) {
	*k.obeyContext, *k.withoutSignature = true, true
	or(k.retries, -1)
	or(k.dialRetries, 1)
	or(k.pipelinePool, -1) // one pool: a probe then warms the very connections that calls use
	if k.tls {
		or(k.dial, max(timeout, DefaultTLSTimeout))
	}
	longest := time.Duration(0)
	for _, step := range []*time.Duration{k.dial, k.read, k.write, k.pool} {
		or(step, timeout)
		longest = max(longest, *step)
	}
	if longest <= 0 {
		longest = timeout // the address switches all of them off
	}
	return longest + longest/4
}

func or[T comparable](setting *T, fallback T) {
	var zero T
	if *setting == zero {
		*setting = fallback
	}
}

// connect makes the client, which dials when it is first used.
func (s servers) connect() (c redis.UniversalClient, err error) {
	defer func() { // the library panics at pool sizes that it cannot make
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	switch {
	case s.cluster != nil:
		return redis.NewClusterClient(s.cluster), nil
	case s.failover != nil:
		return redis.NewFailoverClient(s.failover), nil
	default:
		return redis.NewClient(s.one), nil
	}
}
