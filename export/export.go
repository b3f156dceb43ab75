// Package export turns reports into the shapes that programs outside read. The structs here are the JSON of the command
// line and of the HTTP API alike; their doc and example tags describe them in the API's document. It is pure.
//
// Inside Triptych a place in a text is a byte offset into a version; in JSON it counts Unicode code points from the
// start of its paragraph. The conversion happens here and nowhere else.
package export

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
)

// WriteJSON writes v as one line of JSON. Characters such as "<" stay as they are: what is written is JSON for
// programs, not a part of an HTML page.
func WriteJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// round keeps two decimals of a probability: the digits after them say nothing and may differ from run to run. What is
// not a number gives no confidence, and JSON cannot say it otherwise.
func round(p float64) float64 {
	if math.IsNaN(p) {
		return 0
	}
	return math.Round(min(max(p, 0), 1)*100) / 100
}
