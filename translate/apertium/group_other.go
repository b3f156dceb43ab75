//go:build !unix

package apertium

import "os/exec"

func inGroup(*exec.Cmd, int) {}

func killGroup(stages []*exec.Cmd) {
	for _, s := range stages {
		_ = s.Process.Kill()
	}
}
