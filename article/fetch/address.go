package fetch

import (
	"net"
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// longest is more than an address of an article needs. It also bounds the work of matching it with robots.txt.
const longest = 2048

// parse reads an address as a person pastes it and checks it, as far as that can be done without asking anybody.
func (c *Client) parse(address string) (*url.URL, error) {
	address = strings.TrimSpace(address)
	if len(address) > longest {
		return nil, errorf(BadAddress, "", "the address is longer than %d characters", longest).fix(fixPaste)
	}
	u, err := url.Parse(address)
	if err != nil {
		// The error of url.Parse quotes the address, with a password maybe.
		return nil, errorf(BadAddress, "", "this is not a web address").fix(fixSchema)
	}
	if err := c.check(u); err != nil {
		return nil, err
	}
	return u, nil
}

// follow reads where a page redirects to.
func (c *Client) follow(from *url.URL, location string) (*url.URL, error) {
	if len(location) > longest {
		return nil, errorf(BadAddress, from.String(), "it redirects to an address longer than %d characters", longest)
	}
	to, err := from.Parse(location)
	if err != nil {
		return nil, errorf(BadAddress, from.String(), "it redirects to what is not a web address")
	}
	if err := c.check(to); err != nil {
		return nil, err
	}
	return to, nil
}

// check brings an address to the one form that is compared and asked (host in lower case and ASCII, no default port, no
// fragment), and refuses what is never fetched.
func (c *Client) check(u *url.URL) *Error {
	u.Fragment, u.RawFragment = "", ""
	u.RawQuery = escape(u.RawQuery)
	if u.User != nil {
		u.User = nil
		return errorf(BadAddress, u.String(), "the address holds a user name or a password").fix("leave them out")
	}
	u.Scheme = strings.ToLower(u.Scheme)
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return errorf(BadAddress, u.String(), "only http and https are fetched").fix(fixSchema)
	case u.Opaque != "" || u.Hostname() == "":
		return errorf(BadAddress, u.String(), "the address names no host").fix(fixSchema)
	}
	host, err := canonicalHost(u.Hostname())
	if err != nil {
		return errorf(BadAddress, u.String(), "its host is not a name that can be looked up").fix("check its spelling")
	}
	port := portOf(u)
	hostport := net.JoinHostPort(host, port)
	u.Host = strings.TrimSuffix(hostport, ":"+map[string]string{"http": "80", "https": "443"}[u.Scheme])
	if port != "80" && port != "443" && !c.allowed[hostport] {
		return errorf(Forbidden, u.String(), "pages are fetched from the ports 80 and 443 only").fix(fixAllow)
	}
	return nil
}

func portOf(u *url.URL) string {
	switch p := u.Port(); {
	case p != "":
		return p
	case u.Scheme == "http":
		return "80"
	}
	return "443"
}

// canonicalHost is a host as it is looked up: an IP address without a zone, or a name in lower-case ASCII.
func canonicalHost(host string) (string, error) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.WithZone("").String(), nil
	}
	host = strings.TrimSuffix(host, ".")
	name, err := idna.Lookup.ToASCII(host)
	if strings.Contains("."+name+".", "..") {
		return "", &net.AddrError{Err: "a part of the name is empty", Addr: host}
	}
	if err != nil && asciiName(host) { // names with underscores exist, against the rules
		return strings.ToLower(host), nil
	}
	return name, err
}

func asciiName(host string) bool {
	return strings.Trim(strings.ToLower(host), "abcdefghijklmnopqrstuvwxyz0123456789-_.") == ""
}

// canonicalHostPort brings an entry of [Options.Allow] to the form that addresses are compared in.
func canonicalHostPort(hostport string) string {
	host, port, err := net.SplitHostPort(strings.TrimSpace(hostport))
	if err != nil {
		return hostport // never equal to an address: an entry without a port allows nothing
	}
	if name, err := canonicalHost(host); err == nil {
		host = name
	}
	return net.JoinHostPort(host, port)
}

// origin is what a robots.txt speaks for.
func origin(u *url.URL) string { return u.Scheme + "://" + u.Host }
