//go:build unix

package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"triptych/store"
)

// role is the variable that makes the test binary another process of a test: what it does, and in which folder.
const role = "TRIPTYCH_STORE_TEST"

func TestMain(m *testing.M) {
	switch doing, folder, _ := strings.Cut(os.Getenv(role), ": "); doing {
	case "spend":
		os.Exit(spendAll(folder, ceiling))
	case "spend for ever":
		os.Exit(spendAll(folder, 0))
	case "open":
		os.Exit(openAsNobody(folder))
	}
	os.Exit(m.Run())
}

func process(doing, folder string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), role+"="+doing+": "+folder)
	return cmd
}

// ceiling is the budget of the processes that spend.
const ceiling = 20_000

// spendAll reserves and settles from several goroutines until the budget is used up. What was acknowledged goes to
// standard output: "R id characters" and "S id characters".
func spendAll(folder string, limit int64) int {
	s, err := store.Open(context.Background(), folder, nil, store.WithBudget(store.Budget{"google": limit}))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	var all sync.WaitGroup
	for range spenders {
		all.Go(func() {
			for spend(s) {
			}
		})
	}
	all.Wait()
	if err := s.Close(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

const spenders, largest = 4, 99

// spend makes one call; false if nothing is left.
func spend(s *store.Store) bool {
	asked := 1 + rand.IntN(largest)
	r, err := s.Reserve(context.Background(), "google", asked)
	if err != nil {
		if !errors.As(err, new(*store.OverBudget)) {
			fmt.Fprintln(os.Stderr, err)
		}
		return false
	}
	fmt.Printf("R %s %d\n", r.ID, asked)
	if asked%5 == 0 { // as if the answer never came
		return true
	}
	price := asked * 3 / 4
	if err := r.Settle(context.Background(), price); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return false
	}
	fmt.Printf("S %s %d\n", r.ID, price)
	return true
}

// acknowledged is what a process said it has done.
type acknowledged struct{ reserved, settled map[string]int64 }

func (a acknowledged) read(t *testing.T, line string) {
	t.Helper()
	f := strings.Fields(line)
	n, err := strconv.ParseInt(f[2], 10, 64)
	if err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	switch f[0] {
	case "R":
		a.reserved[f[1]] = n
	case "S":
		a.settled[f[1]] = n
		delete(a.reserved, f[1])
	}
}

// readAll reads to the end; a last line that was cut off is no acknowledgement.
func (a acknowledged) readAll(t *testing.T, out *bufio.Reader, most int) {
	t.Helper()
	for range most {
		line, err := out.ReadString('\n')
		if err != nil {
			return
		}
		a.read(t, line)
	}
}

func sum(m map[string]int64) (total int64) {
	for _, n := range m {
		total += n
	}
	return total
}

func start(t *testing.T, cmd *exec.Cmd) *bufio.Reader {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return bufio.NewReader(out)
}

func TestProcessesTogetherKeepTheBudget(t *testing.T) {
	folder := t.TempDir()
	var all sync.WaitGroup
	said := make([]acknowledged, 3)
	for i := range said {
		said[i] = acknowledged{map[string]int64{}, map[string]int64{}}
		cmd := process("spend", folder)
		out := start(t, cmd)
		all.Go(func() {
			said[i].readAll(t, out, 1<<30)
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	s := open(t, folder, store.WithBudget(store.Budget{"google": ceiling}))
	got := spent(t, s, s.Month())
	var reserved, billed int64
	for i, a := range said {
		if len(a.settled) == 0 {
			t.Logf("process %d came too late to spend anything", i)
		}
		reserved, billed = reserved+sum(a.reserved), billed+sum(a.settled)
	}
	if got.Billed != billed || got.Reserved != reserved {
		t.Errorf("%+v, but %d billed and %d reserved were acknowledged", got, billed, reserved)
	}
	if total := got.Billed + got.Reserved; total > ceiling || total < ceiling-int64(len(said)*spenders*largest) {
		t.Errorf("%d of %d are spent", total, ceiling)
	}
	consistent(t, folder)
}

func TestWhatWasAcknowledgedSurvivesAKill(t *testing.T) {
	folder := t.TempDir()
	said := acknowledged{map[string]int64{}, map[string]int64{}}
	const kills = 6
	for round := range kills {
		cmd := process("spend for ever", folder)
		out := start(t, cmd)
		said.readAll(t, out, 5+13*round)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		said.readAll(t, out, 1<<30)
		if err := cmd.Wait(); err == nil {
			t.Fatal("the process ended before it was killed")
		}
	}
	s := open(t, folder)
	got := spent(t, s, s.Month())
	// Each spender of each process may have done one thing more than it could say.
	slack := kills * spenders
	if billed := sum(said.settled); got.Billed < billed || got.Billed > billed+int64(slack*largest) {
		t.Errorf("billed %d, acknowledged %d", got.Billed, billed)
	}
	left, err := s.Unsettled(context.Background(), time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if missing := len(said.reserved) - len(left); missing > slack || -missing > slack {
		t.Errorf("%d reservations are left, %d were acknowledged", len(left), len(said.reserved))
	}
	consistent(t, folder)
}

// openAsNobody opens the folder as a user without rights, and prints the error. Root may write everywhere, so it steps
// down first.
func openAsNobody(folder string) int {
	if os.Geteuid() == 0 {
		if err := errors.Join(syscall.Setgid(65534), syscall.Setuid(65534)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	_, err := store.Open(context.Background(), folder, nil)
	fmt.Print(err)
	return 0
}

func TestWithoutPermission(t *testing.T) {
	for _, c := range []struct {
		name, folder string // below the test's own
		prepare      func(t *testing.T, base string)
		want         string
	}{
		{"a folder that cannot be made", "new", func(*testing.T, string) {}, "this user may not write there"},
		{"a folder that may only be read", ".", func(*testing.T, string) {}, "this user may not write there"},
		{"a database that may only be read", ".", readOnly("triptych.db"), "triptych.db: it may not be written"},
		{"a lock that may only be read", ".", readOnly("triptych.lock"), "triptych.lock: it may not be written"},
	} {
		t.Run(c.name, func(t *testing.T) {
			base := t.TempDir()
			chmod(t, filepath.Dir(base), 0o755) // for others, the tests' folders are closed
			chmod(t, base, 0o555)
			t.Cleanup(func() { chmod(t, base, 0o755) })
			c.prepare(t, base)
			out, err := process("open", filepath.Join(base, c.folder)).Output()
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(out), c.want) || !strings.Contains(string(out), base) {
				t.Errorf("%s", out)
			}
		})
	}
}

// readOnly makes a database one of whose files may only be read, in a folder where everybody may write.
func readOnly(closed string) func(*testing.T, string) {
	return func(t *testing.T, base string) {
		chmod(t, base, 0o777)
		if err := open(t, base).Close(); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{"triptych.db", "triptych.lock"} {
			chmod(t, filepath.Join(base, file), 0o666)
		}
		chmod(t, filepath.Join(base, closed), 0o444)
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}
