package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"triptych/web/api"
	"triptych/web/ui"
)

// policy lets pages load what this server serves and nothing else. No style or script stands in a page itself.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func secureHeaders(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	// Other sites are told nothing. "no-referrer" would also turn the Origin of our own forms into "null", by which
	// checkOrigin knows them where a browser sends no Sec-Fetch-Site (plain HTTP).
	h.Set("Referrer-Policy", "same-origin")
}

// checkHost answers only requests to a local host name when there is no token. Otherwise a page on the web could point
// its own name at this machine and read what is here.
func (s *server) checkHost(c *gin.Context) {
	if s.guard.token != "" || local(c.Request.Host) {
		return
	}
	s.refuse(c, http.StatusMisdirectedRequest, "This server is for its own machine",
		"without a token it answers only to localhost, 127.0.0.1 and [::1]",
		"open it under one of these names, or run it with TRIPTYCH_TOKEN set")
}

func local(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = strings.Trim(hostport, "[]")
	}
	ip := net.ParseIP(host)
	return strings.EqualFold(strings.TrimSuffix(host, "."), "localhost") || ip != nil && ip.IsLoopback()
}

// checkOrigin refuses what another site makes a browser send here.
func (s *server) checkOrigin(c *gin.Context) {
	if s.dropin.Owns(c.Request.URL.Path) {
		return // they guard themselves, for a program's page may be a client of theirs
	}
	if err := http.NewCrossOriginProtection().Check(c.Request); err != nil {
		s.refuse(c, http.StatusForbidden, "This came from another site", "a page of another site sent this request",
			"send it from a page of this server")
	}
}

// guard knows the token. A browser that has shown it once gets a cookie made from it; changing the token ends every
// session.
type guard struct{ token, session string }

const cookieName = "triptych"

func newGuard(token string) guard {
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write([]byte("triptych session"))
	return guard{token: token, session: hex.EncodeToString(mac.Sum(nil))}
}

func (g guard) isToken(s string) bool {
	// Hashes have one length, so the time of comparing them tells nothing, not even the length of the token.
	a, b := sha256.Sum256([]byte(s)), sha256.Sum256([]byte(g.token))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// admits tells whether a request carries the token or a session.
func (g guard) admits(r *http.Request) bool {
	if scheme, token, ok := strings.Cut(r.Header.Get("Authorization"), " "); ok && strings.EqualFold(scheme, "Bearer") {
		return g.isToken(strings.TrimSpace(token))
	}
	cookie, err := r.Cookie(cookieName)
	return err == nil && subtle.ConstantTimeCompare([]byte(cookie.Value), []byte(g.session)) == 1
}

// open tells whether anybody may see an address: the health checks, the way in, and what it is painted with.
func (s *server) open(path string) bool {
	switch path {
	case "/healthz", "/readyz", "/login", "/favicon.ico":
		return true
	}
	return strings.HasPrefix(path, s.pages.AssetRoot())
}

func (s *server) checkToken(c *gin.Context) {
	path := c.Request.URL.Path
	if s.guard.token == "" || s.open(path) || s.dropin.Owns(path) || s.guard.admits(c.Request) {
		return // programs made for other services show the token where their protocol has a place for it
	}
	c.Abort()
	c.Header("WWW-Authenticate", `Bearer realm="Triptych"`)
	if forPrograms(c) {
		api.WriteProblem(c.Writer, http.StatusUnauthorized, "this server asks for a token",
			"send the header Authorization: Bearer … with the token that the server was started with")
		return
	}
	next := "/"
	if c.Request.Method == http.MethodGet {
		next = c.Request.URL.RequestURI()
	}
	s.pages.ShowLogin(c, http.StatusUnauthorized, ui.LoginPage{Next: next})
}

func (s *server) showLogin(c *gin.Context) {
	if s.guard.token == "" {
		c.Redirect(http.StatusSeeOther, "/")
		return
	}
	s.pages.ShowLogin(c, http.StatusOK, ui.LoginPage{Next: onward(c.Query("next"))})
}

func (s *server) submitLogin(c *gin.Context) {
	next := onward(c.PostForm("next"))
	if s.guard.token == "" || !s.guard.isToken(c.PostForm("token")) {
		s.pages.ShowLogin(c, http.StatusUnauthorized, ui.LoginPage{Next: next, Wrong: true})
		return
	}
	http.SetCookie(c.Writer, &http.Cookie{
		Name: cookieName, Value: s.guard.session, Path: "/", MaxAge: 30 * 24 * 60 * 60,
		HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: c.Request.TLS != nil,
	})
	c.Redirect(http.StatusSeeOther, next)
}

// onward is where to go after the login: a path of this server, whatever the form says.
func onward(next string) string {
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n") {
		return "/"
	}
	return next
}
