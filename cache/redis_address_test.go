package cache

import (
	"strings"
	"testing"
	"time"
)

func TestAddressDecidesTheKind(t *testing.T) {
	for _, c := range []struct {
		name, address, kind string
		addrs               string
	}{
		{"one server", "redis://h", single, "h:6379"},
		{"this machine", "redis://", single, "localhost:6379"},
		{"all parts", "redis://user:p%2Fw@h:7000/3", single, "h:7000"},
		{"IPv6", "redis://[::1]:7000", single, "[::1]:7000"},
		{"TLS", "rediss://h:7000", single, "h:7000"},
		{"a socket", "unix:///run/r.sock?db=2", single, "/run/r.sock"},
		{"further nodes make a cluster", "redis://a:1?addr=b:2&addr=c:3", cluster, "a:1 b:2 c:3"},
		{"a cluster by its scheme", "redis+cluster://a:1", cluster, "a:1"},
		{"a cluster with TLS", "rediss+cluster://a:1/0?addr=b:2", cluster, "a:1 b:2"},
		{"master_name makes sentinels", "redis://a:1/2?master_name=m", sentinel, "a:1"},
		{"of further addresses too", "redis://a:1?addr=b:2&master_name=m", sentinel, "a:1 b:2"},
		{"sentinels by their scheme", "rediss+sentinel://a:1?master_name=m", sentinel, "a:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, kind, err := parseAddress(c.address, DefaultTimeout)
			if err != nil {
				t.Fatal(err)
			}
			want(t, kind, c.kind)
			want(t, strings.Join(s.addrs(), " "), c.addrs)
			want(t, s.secure(), strings.HasPrefix(c.address, "rediss"))
		})
	}
}

func (s servers) addrs() []string {
	switch {
	case s.cluster != nil:
		return s.cluster.Addrs
	case s.failover != nil:
		return s.failover.SentinelAddrs
	}
	return []string{s.one.Addr}
}

func (s servers) secure() bool { return s.knobs().tls }

func TestAddressIsRefusedWithoutRepeatingIt(t *testing.T) {
	for _, c := range []struct{ name, address, says string }{
		{"nothing", "", "scheme"},
		{"a host", "localhost:6379", "not an address"},
		{"another scheme", "http://:hunter2@h", "scheme"},
		{"an unknown kind", "redis+ring://:hunter2@h", "scheme"},
		{"a cluster of sockets", "unix://:hunter2@/run/r.sock?addr=b:2", "scheme"},
		{"a slash in the password", "redis://:12/hunter2@h", "%2F"},
		{"letters and a slash in the password", "redis://:hunter2/a@h", "%2F"},
		{"a question mark in the password", "redis://:12?hunter2@h", "%3F"},
		{"a hash in the password", "redis://:12#hunter2@h", "%23"},
		{"a percent sign in the password", "redis://:hunter2%@h", "%25"},
		{"a line end", "redis://:hunter2@h\n", "not an address"},
		{"a database that is no number", "redis://:hunter2@h/cache", "number"},
		{"a negative database", "redis://:hunter2@h/-1", "number"},
		{"a database of a cluster", "redis://:hunter2@h/1?addr=b:2", "database 0"},
		{"a master of a cluster", "redis+cluster://:hunter2@h?master_name=m", "master_name"},
		{"sentinels of nobody", "redis+sentinel://:hunter2@h", "master_name="},
		{"sentinels by latency", "redis://:hunter2@h?master_name=m&route_by_latency=true", "route_by_latency"},
		{"an unknown parameter", "redis://:hunter2@h?colour=red", "colour"},
		{"a time that is none", "redis://:hunter2@h?read_timeout=soon", "read_timeout"},
		{"a node without a port", "redis://:hunter2@h?addr=b", "addr"},
		{"a pool larger than there is", "redis://:hunter2@h?pool_size=9223372036854775807", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := OpenRedis(c.address, RedisOptions{})
			if err == nil {
				t.Fatal("no error")
			}
			if strings.Contains(err.Error(), "hunter2") || !strings.Contains(err.Error(), c.says) {
				t.Errorf("the error is %q, want it to say %q and no password", err, c.says)
			}
		})
	}
}

func TestTimeLimits(t *testing.T) {
	for _, c := range []struct {
		name, address     string
		dial, read, bound time.Duration
	}{
		{"as measured", "redis://h", 40 * time.Millisecond, 40 * time.Millisecond, 50 * time.Millisecond},
		{"cluster", "redis+cluster://h", 40 * time.Millisecond, 40 * time.Millisecond, 50 * time.Millisecond},
		{"sentinel", "redis://h?master_name=m", 40 * time.Millisecond, 40 * time.Millisecond, 50 * time.Millisecond},
		{"TLS", "rediss://h", DefaultTLSTimeout, 40 * time.Millisecond, DefaultTLSTimeout * 5 / 4},
		{"the address goes first", "rediss://h?dial_timeout=1s&read_timeout=200ms", time.Second, 200 * time.Millisecond,
			1250 * time.Millisecond},
		{"switched off", "redis://h?dial_timeout=-1&read_timeout=-1&write_timeout=-1&pool_timeout=-1", -1, -1,
			50 * time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _, err := parseAddress(c.address, DefaultTimeout)
			if err != nil {
				t.Fatal(err)
			}
			k := s.knobs()
			want(t, []time.Duration{*k.dial, *k.read, s.bound}, []time.Duration{c.dial, c.read, c.bound})
			want(t, []int{*k.retries, *k.dialRetries, *k.pipelinePool}, []int{-1, 1, -1})
			want(t, []bool{*k.obeyContext, *k.withoutSignature}, []bool{true, true})
		})
	}
}

func FuzzAddress(f *testing.F) {
	for _, seed := range []string{"redis://u:p@h:1/2?read_timeout=1s", "rediss+cluster://h?addr=a:1", "unix:///s?db=1",
		"redis://h?master_name=m&addr=a:1", "redis://:@[::1]", "redis+sentinel://%zz"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		s, kind, err := parseAddress(address, DefaultTimeout)
		if err != nil {
			return
		}
		if s.bound <= 0 || len(s.addrs()) == 0 {
			t.Errorf("%q: bound %v, addresses %v", address, s.bound, s.addrs())
		}
		if (kind == sentinel) != (s.failover != nil) || (kind == cluster) != (s.cluster != nil) {
			t.Errorf("%q is a %s", address, kind)
		}
	})
}
