package cache

// gaps are the keys of a question that are not answered yet, and where in the answer their values go.
type gaps struct {
	keys   []string
	places []int
}

func gapsIn(keys []string, values [][]byte) gaps {
	var g gaps
	for i, v := range values {
		if v == nil {
			g.keys, g.places = append(g.keys, keys[i]), append(g.places, i)
		}
	}
	return g
}

// fill puts one tier's answer for g.keys into the whole.
func (g gaps) fill(values, got [][]byte) {
	for i, v := range got {
		if v != nil {
			values[g.places[i]] = v
		}
	}
}

// left are the gaps that remain after an answer for g.keys.
func (g gaps) left(got [][]byte) gaps {
	if got == nil {
		return g
	}
	left := gapsIn(g.keys, got)
	for i, at := range left.places {
		left.places[i] = g.places[at]
	}
	return left
}
