package googletest

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// token is what the server gives for its own credentials.
const token = "test-token-2718281828459045"

type credentialsFile struct {
	once sync.Once
	key  []byte
	err  error
}

// Credentials writes a service account's file, as GOOGLE_APPLICATION_CREDENTIALS names it: the server itself gives the
// tokens for it. It names [Server.Project].
func (s *Server) Credentials(t testing.TB) string {
	t.Helper()
	s.creds.once.Do(s.creds.make)
	if s.creds.err != nil {
		t.Fatalf("make a service account's key: %v", s.creds.err)
	}
	file, err := json.Marshal(map[string]string{
		"type":           "service_account",
		"project_id":     s.Project,
		"private_key_id": "1",
		"private_key":    string(s.creds.key),
		"client_email":   "tests@" + s.Project + ".iam.gserviceaccount.com",
		"token_uri":      s.URL + "/token",
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "credentials.json")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// make draws a key anew, so that none has to be kept among the sources.
func (c *credentialsFile) make() {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		c.err = err
		return
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	c.key, c.err = pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), err
}

func (s *Server) token(w http.ResponseWriter, r *http.Request) {
	s.asked("token")
	if r.FormValue("assertion") == "" {
		writeJSON(w, http.StatusBadRequest, map[string]string{"error": "invalid_grant", "error_description": "Invalid JWT"})
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"access_token": token, "token_type": "Bearer", "expires_in": 3600})
}
