package translate

import (
	"encoding/binary"
	"hash/crc32"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"
)

// A value is a byte that says how it is packed, the checksum of all the rest, and the body. The body is the time in
// microseconds, the engine's name, its version, the original, each after its length, and the translation; original and
// translation are in the code of [compact], or the whole body is packed by zstd.
const (
	inCode     = 'c'
	inZstd     = 'z'
	valueHead  = 5
	worthZstd  = 1024     // bytes; of shorter bodies it saves next to nothing more
	valueLimit = 64 << 20 // a damaged value may claim any size
)

// codec packs and unpacks values. It is safe for many at once.
type codec struct {
	start sync.Once
	enc   *zstd.Encoder
	dec   *zstd.Decoder
}

// memorised is what a value holds.
type memorised struct {
	when                  time.Time
	engine, version       string
	original, translation string
}

// open makes the zstd coders when they are first needed: they take a megabyte, and short texts never need them. The options
// are constant, so that making them cannot fail.
func (c *codec) open() {
	c.start.Do(func() {
		c.enc, _ = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderConcurrency(1),
			zstd.WithWindowSize(64<<10), zstd.WithLowerEncoderMem(true), zstd.WithEncoderCRC(false))
		c.dec, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxMemory(valueLimit), zstd.IgnoreChecksum(true))
	})
}

func (c *codec) encode(m memorised) []byte {
	size := valueHead + 32 + len(m.engine) + len(m.version) + len(m.original) + len(m.translation)
	value := m.append(make([]byte, valueHead, size), compact)
	value[0] = inCode
	binary.BigEndian.PutUint32(value[1:], checksum(inCode, value[valueHead:]))
	if len(value) < worthZstd {
		return value
	}
	c.open()
	body := m.append(nil, func(dst []byte, s string) []byte { return append(dst, s...) })
	head := binary.BigEndian.AppendUint32([]byte{inZstd}, checksum(inZstd, body))
	if packed := c.enc.EncodeAll(body, head); len(packed) < len(value) {
		return packed
	}
	return value
}

// append appends the body with texts in some code.
func (m memorised) append(body []byte, code func([]byte, string) []byte) []byte {
	body = binary.AppendVarint(body, m.when.UnixMicro())
	body = appendPart(appendPart(body, m.engine), m.version)
	original := code(make([]byte, 0, len(m.original)), m.original)
	body = append(binary.AppendUvarint(body, uint64(len(original))), original...)
	return code(body, m.translation)
}

// decode reads when and what original was translated to; ok is false where the value is damaged, of another make, or of
// another text. It works in scratch, which it returns for the next call.
func (c *codec) decode(value []byte, original string, scratch []byte) (translation string, when time.Time, _ []byte, ok bool) {
	if len(value) < valueHead || value[0] != inCode && value[0] != inZstd {
		return "", time.Time{}, scratch, false
	}
	body := value[valueHead:]
	if value[0] == inZstd {
		c.open()
		var err error
		if body, err = c.dec.DecodeAll(body, scratch[:0]); err != nil {
			return "", time.Time{}, scratch, false
		}
		scratch = body
	}
	if binary.BigEndian.Uint32(value[1:]) != checksum(value[0], body) {
		return "", time.Time{}, scratch, false
	}
	found, translated, when, ok := parts(body)
	if ok && value[0] == inCode {
		n := 0
		scratch, n, ok = expandBoth(scratch[:0], found, translated)
		found, translated = scratch[:n], scratch[n:]
	}
	if !ok || string(found) != original || len(translated) == 0 {
		return "", time.Time{}, scratch, false
	}
	return string(translated), when, scratch, true
}

// expandBoth appends a and b expanded; n is where b begins.
func expandBoth(dst, a, b []byte) (_ []byte, n int, ok bool) {
	if dst, ok = expand(dst, a); !ok {
		return dst, len(dst), false
	}
	n = len(dst)
	dst, ok = expand(dst, b)
	return dst, n, ok
}

// parts reads a body. The engine and its version are in the key; here they are kept for people.
func parts(body []byte) (original, translation []byte, when time.Time, ok bool) {
	micros, n := binary.Varint(body)
	if n <= 0 {
		return nil, nil, time.Time{}, false
	}
	body = body[n:]
	for range 3 {
		if original, body, ok = cutPart(body); !ok {
			return nil, nil, time.Time{}, false
		}
	}
	return original, body, time.UnixMicro(micros).UTC(), true
}

func cutPart(b []byte) (part, rest []byte, ok bool) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > uint64(len(b)-n) {
		return nil, nil, false
	}
	return b[n : n+int(size)], b[n+int(size):], true
}

// checksum begins with the kind: a value with another first byte is damaged too.
func checksum(kind byte, body []byte) uint32 {
	return crc32.Update(uint32(kind), crc32.MakeTable(crc32.Castagnoli), body)
}
