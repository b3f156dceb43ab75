package workbench_test

import (
	"context"
	"testing"

	"triptych"
	"triptych/lang/detect"
	"triptych/workbench"
)

// BenchmarkCompareSample is the whole job on the sample, from bytes to report, with the models loaded.
func BenchmarkCompareSample(b *testing.B) {
	w := workbench.New(detect.New())
	var in []workbench.Input
	for _, text := range triptych.Sample() {
		in = append(in, workbench.Input{Name: text.Name, Data: text.Data})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.Compare(context.Background(), in); err != nil {
			b.Fatal(err)
		}
	}
}
