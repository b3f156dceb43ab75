package fetch

import (
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// codings are the content encodings that are asked for, and so the only ones that are understood.
const codings = "gzip, zstd"

var (
	errTooLarge = errors.New("the body is too large")
	errCoding   = errors.New("the body is in an encoding that was not asked for")
	errDamaged  = errors.New("the compressed body is damaged")
)

// readBody reads and decodes a body of at most limit bytes, both as it travels and decoded. Its memory is bounded by the
// limit whatever the server sends.
func readBody(resp *http.Response, limit int64) ([]byte, error) {
	if resp.ContentLength > limit {
		return nil, errTooLarge
	}
	decoded, done, err := decode(resp.Header.Values("Content-Encoding"), &capped{r: resp.Body, left: limit})
	if err != nil {
		return nil, err
	}
	defer done()
	return io.ReadAll(&capped{r: decoded, left: limit})
}

// decode undoes one content encoding. More than one on top of another is nothing that anybody asked for.
func decode(encodings []string, source *capped) (decoded io.Reader, done func(), err error) {
	done = func() {}
	switch strings.ToLower(strings.TrimSpace(strings.Join(encodings, ","))) {
	case "", "identity":
		return source, done, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(source)
		if err == io.EOF { // an empty body, which some servers call gzip
			return source, done, nil
		}
		return &decoder{z, source}, done, source.blame(err)
	case "zstd":
		const window = 8 << 20 // what RFC 9659 lets a server use
		z, err := zstd.NewReader(source, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(window))
		if err != nil {
			return nil, done, source.blame(err)
		}
		return &decoder{z, source}, z.Close, nil
	}
	return nil, done, errCoding
}

// capped fails with errTooLarge where there is more to read than left; io.LimitReader would cut the page silently.
type capped struct {
	r      io.Reader
	left   int64
	failed error // the last error of reading, but for the end
}

func (c *capped) Read(p []byte) (int, error) {
	if c.left < 0 {
		return 0, errTooLarge
	}
	if int64(len(p)) > c.left+1 {
		p = p[:c.left+1]
	}
	n, err := c.r.Read(p)
	if c.left -= int64(n); c.left < 0 {
		n, err = n-1, errTooLarge
	}
	if err != nil && err != io.EOF {
		c.failed = err
	}
	return n, err
}

// blame tells whose fault an error of a decoder is: that of the connection below it, or of the bytes.
func (c *capped) blame(err error) error {
	switch {
	case err == nil:
		return nil
	case c.failed != nil:
		return c.failed
	}
	return errDamaged
}

// decoder is what is decoded of a source.
type decoder struct {
	r      io.Reader
	source *capped
}

func (d *decoder) Read(p []byte) (int, error) {
	n, err := d.r.Read(p)
	if err == io.EOF {
		return n, err
	}
	return n, d.source.blame(err)
}
