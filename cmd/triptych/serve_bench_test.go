package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkServeColdStart measures a fresh process of the real binary: from its start to the first answered request,
// how long the first sample takes after that, and the memory that it holds then.
func BenchmarkServeColdStart(b *testing.B) {
	program := filepath.Join(b.TempDir(), "triptych")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	var answer, sample time.Duration
	var memory float64
	for b.Loop() {
		m, err := coldStart(program)
		if err != nil {
			b.Fatal(err)
		}
		answer, sample, memory = answer+m.answer, sample+m.sample, max(memory, m.memory)
	}
	b.ReportMetric(0, "ns/op") // the whole of a round, building up and tearing down, says nothing
	b.ReportMetric(float64(answer.Milliseconds())/float64(b.N), "ms/first-answer")
	b.ReportMetric(float64(sample.Milliseconds())/float64(b.N), "ms/first-sample")
	b.ReportMetric(memory, "MiB-RSS")
}

// measured is one cold start; memory is the resident set in MiB.
type measured struct {
	answer, sample time.Duration
	memory         float64
}

func coldStart(program string) (m measured, err error) {
	addr, err := freeAddr()
	if err != nil {
		return m, err
	}
	cmd := exec.Command(program, "serve", "--addr", addr)
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		return m, err
	}
	defer func() {
		cmd.Process.Signal(syscall.SIGTERM)
		if ended := cmd.Wait(); err == nil {
			err = ended
		}
	}()
	if _, err := waitFor("http://"+addr+"/healthz", time.Minute); err != nil {
		return m, err
	}
	m.answer = time.Since(begin)
	if m.sample, err = waitFor("http://"+addr+"/sample", time.Minute); err != nil {
		return m, err
	}
	m.memory, err = residentMemory(cmd.Process.Pid)
	return m, err
}

// freeAddr is an address that was free a moment ago.
func freeAddr() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// residentMemory reads VmRSS of a process, in MiB.
func residentMemory(pid int) (float64, error) {
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmRSS:"); ok {
			kib, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 64)
			return kib / 1024, err
		}
	}
	return 0, fmt.Errorf("no VmRSS for process %d", pid)
}
