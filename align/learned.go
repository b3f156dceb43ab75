package align

import (
	_ "embed"
	"encoding/json"
	"sync"
)

//go:embed learned.json
var learnedFile []byte

// Learned gives the weights that align/train found, which are used unless others are asked for.
var Learned = sync.OnceValue(func() Weights {
	var w Weights
	if err := json.Unmarshal(learnedFile, &w); err != nil {
		panic("the weights in the program are damaged: " + err.Error()) // a test reads them; nobody can mend it at run time
	}
	return w
})
