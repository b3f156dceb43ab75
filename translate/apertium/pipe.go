package apertium

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"triptych/translate"
)

const (
	// ahead is how many pieces are sent before the first is answered, so that all stages work at once: it halves the
	// time of an article on two cores.
	ahead = 8
	// aheadBytes bounds the same in bytes, below what the system keeps for a pipe (64 KiB), so that a write never waits
	// for an answer to be read.
	aheadBytes = 24 << 10
	// maxFrame is far above the longest frame with all its readings; a program that runs wild is stopped there.
	maxFrame = 1 << 20
)

// pipe is the running programs of a mode. One goroutine uses it at a time.
type pipe struct {
	stages  []*exec.Cmd
	edits   sync.WaitGroup
	in, out *os.File
	sent    int // frames since the start
	answers chan string
	quit    chan struct{} // closed to end it
	gone    chan struct{} // closed when it has ended, and its programs are no more
}

func start(m mode) (*pipe, error) {
	p := &pipe{answers: make(chan string, ahead), quit: make(chan struct{}), gone: make(chan struct{})}
	if err := p.startStages(m); err != nil {
		p.end()
		return nil, err
	}
	go p.collect()
	return p, nil
}

// startStages joins the programs. Every end of a pipe that a program holds is closed here: were it kept, the programs
// behind one that has died would wait for more from it.
func (p *pipe) startStages(m mode) (err error) {
	if p.out, p.in, err = os.Pipe(); err != nil {
		return fmt.Errorf("make a pipe: %w", err)
	}
	for _, s := range m.stages {
		if err := p.append(func(from, to *os.File) error { return p.startStage(s.args, from, to) }); err != nil {
			return fmt.Errorf("start %s: %w", s.args[0], err)
		}
		if s.edit == nil {
			continue
		}
		if err := p.append(func(from, to *os.File) error { return p.startEdit(s.edit, from, to) }); err != nil {
			return fmt.Errorf("make a pipe: %w", err)
		}
	}
	return nil
}

// append lengthens the pipe by what start starts, which takes over or closes the files it is given.
func (p *pipe) append(start func(from, to *os.File) error) error {
	out, to, err := os.Pipe()
	if err != nil {
		return err
	}
	from := p.out
	p.out = out
	return start(from, to)
}

func (p *pipe) startStage(args []string, from, to *os.File) error {
	defer closeAll(from, to)
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdin, cmd.Stdout = from, to
	group := 0
	if len(p.stages) > 0 {
		group = p.stages[0].Process.Pid
	}
	inGroup(cmd, group)
	if err := cmd.Start(); err != nil {
		return err
	}
	p.stages = append(p.stages, cmd)
	return nil
}

// startEdit starts a stage of our own. It ends when its neighbours do.
func (p *pipe) startEdit(edit *strings.Replacer, from, to *os.File) error {
	p.edits.Go(func() {
		defer closeAll(from, to)
		frames := scanFrames(from)
		for frames.Scan() {
			if _, err := to.WriteString(edit.Replace(frames.Text()) + "\x00"); err != nil {
				return
			}
		}
	})
	return nil
}

func closeAll(files ...*os.File) {
	for _, f := range files {
		_ = f.Close()
	}
}

// collect hands answers on until the last program ends, as it does soon after any other has.
func (p *pipe) collect() {
	defer p.end()
	answers := scanFrames(p.out)
	for answers.Scan() {
		select {
		case p.answers <- answers.Text():
		case <-p.quit:
			return
		}
	}
}

func scanFrames(from *os.File) *bufio.Scanner {
	frames := bufio.NewScanner(from)
	frames.Buffer(make([]byte, 0, 4<<10), maxFrame)
	frames.Split(splitAtNUL)
	return frames
}

func splitAtNUL(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF {
		return len(data), nil, nil // half an answer is none
	}
	return 0, nil, nil
}

// end kills what is still running and takes note of every program's end, so that none is left as a zombie. Nobody else
// waits for them: until then the number of the group cannot be another's.
func (p *pipe) end() {
	killGroup(p.stages)
	for _, s := range p.stages {
		_ = s.Wait()
	}
	closeAll(p.in, p.out)
	p.edits.Wait()
	close(p.gone)
}

// kill ends the pipe and waits until its programs are gone.
func (p *pipe) kill() {
	if p.alive() {
		close(p.quit)
		_ = p.out.SetReadDeadline(time.Unix(1, 0)) // wakes collect
	}
	<-p.gone
}

func (p *pipe) alive() bool {
	select {
	case <-p.gone:
		return false
	default:
		return true
	}
}

// exchange has pieces translated in their order and returns how many were. With an error the pipe is dead.
func (p *pipe) exchange(ctx context.Context, d *direction, pieces []*piece, ahead int) (done int, err error) {
	defer func() {
		if err != nil {
			p.kill()
		}
	}()
	timer := time.NewTimer(d.deadline)
	defer timer.Stop()
	var frames []frame // sent and not answered
	for next, waiting := 0, 0; done < len(pieces); done++ {
		for next < len(pieces) && len(frames) < ahead && (len(frames) == 0 || waiting < aheadBytes) {
			f := pieces[next].frame(p.sent)
			if err := p.send(f, d.deadline); err != nil {
				return done, err
			}
			frames = append(frames, f)
			waiting += len(f.body)
			next++
		}
		answer, err := p.receive(ctx, d, timer.C)
		if err != nil {
			return done, err
		}
		if err := pieces[done].take(frames[0], answer, d); err != nil {
			return done, err
		}
		waiting -= len(frames[0].body)
		frames = frames[1:]
		timer.Reset(d.deadline)
	}
	return done, nil
}

func (p *pipe) send(f frame, deadline time.Duration) error {
	_ = p.in.SetWriteDeadline(time.Now().Add(deadline))
	if _, err := p.in.WriteString(f.body); err != nil {
		return p.died()
	}
	p.sent++
	return nil
}

func (p *pipe) receive(ctx context.Context, d *direction, late <-chan time.Time) (string, error) {
	select {
	case answer := <-p.answers:
		return answer, nil
	case <-p.gone:
		return "", p.died()
	case <-late:
		return "", translate.Errorf(name, translate.Unavailable, "no answer in %s", d.deadline)
	case <-ctx.Done():
		return "", ctx.Err()
	case <-d.closed:
		return "", errClosed()
	}
}

func (p *pipe) died() error {
	return translate.Errorf(name, translate.Unavailable, "a program of the pipe has ended")
}
