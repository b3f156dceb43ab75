//go:build unix

package apertium

import (
	"os/exec"
	"syscall"
)

// inGroup has a program start in a process group, which 0 makes anew with the program as its leader: a signal for all
// reaches also what a program may have started, and Ctrl-C in a terminal does not reach them before us.
func inGroup(c *exec.Cmd, group int) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pgid: group}
}

// killGroup kills the group that the first of the stages leads. None of them may have been waited for.
func killGroup(stages []*exec.Cmd) {
	if len(stages) > 0 {
		_ = syscall.Kill(-stages[0].Process.Pid, syscall.SIGKILL)
	}
}
