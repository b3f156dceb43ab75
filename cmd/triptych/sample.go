package main

import (
	"triptych"
	"triptych/workbench"
)

// sample is the article that newcomers are shown.
func sample() []workbench.Input {
	var inputs []workbench.Input
	for _, text := range triptych.Sample() {
		inputs = append(inputs, workbench.Input{Name: text.Name, Data: text.Data})
	}
	return inputs
}
