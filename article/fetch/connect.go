package fetch

import (
	"context"
	"net"
	"net/http"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// control is asked before a connection is made, with the IP address that was resolved.
type control func(network, address string, c syscall.RawConn) error

// public lets only public addresses pass. It is asked at the moment of connecting: a name may resolve to another address
// then than a moment before.
func public() control { return ssrf.New().Safe }

// patience is how long a server may take to accept a connection. A dial goes on when the request that wanted it has
// ended, so it needs a limit of its own.
const patience = 15 * time.Second

// maxHeader is ten times what a large site sends.
const maxHeader = 64 << 10

func (c *Client) transport() *http.Transport {
	return &http.Transport{
		Proxy:                  nil, // see New
		DialContext:            c.dial,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // we count the bytes before and after decoding
		MaxIdleConns:           32,
		IdleConnTimeout:        20 * time.Second,
		TLSHandshakeTimeout:    patience,
		MaxResponseHeaderBytes: maxHeader,
	}
}

// dial connects to a host and port, which are as check has left them.
func (c *Client) dial(ctx context.Context, network, hostport string) (net.Conn, error) {
	d := net.Dialer{Resolver: c.opt.Resolver, Timeout: patience}
	if !c.allowed[hostport] {
		d.Control = c.guard
	}
	return d.DialContext(ctx, network, hostport)
}
