package ui

import (
	"context"
	"errors"
	"runtime/debug"

	"triptych/article"
	"triptych/workbench"
)

// mostJobs is how many translations run at once; the others wait.
const mostJobs = 4

// start has a version translated in the background, unless a translation into the language is under way already.
func (u *UI) start(k *kept, order workbench.Rendering) {
	ctx, stop := context.WithCancel(u.background)
	n := &rendering{Rendering: article.Rendering{Version: order.Version, Language: order.To}, State: waiting, stop: stop}
	if !k.renderings.begin(n) {
		stop()
		return
	}
	order.Progress = func(gone, _ int, sofar article.Rendering) { k.renderings.advance(n, gone, sofar.Segments) }
	go func() {
		defer stop()
		u.work(ctx, k, n, order)
		u.shelf.measure(k)
	}()
}

// work waits for a place, translates, and takes down how that came out.
func (u *UI) work(ctx context.Context, k *kept, n *rendering, order workbench.Rendering) {
	defer func() {
		if fault := recover(); fault != nil {
			u.log.Error("translate in the background", "panic", fault, "stack", string(debug.Stack()))
			k.renderings.end(n, failed, article.Rendering{}, ourFault)
		}
	}()
	select {
	case u.jobs <- struct{}{}:
		defer func() { <-u.jobs }()
	case <-ctx.Done():
		k.renderings.end(n, stopped, article.Rendering{}, "")
		return
	}
	k.renderings.advance(n, 0, nil)
	out, err := u.workbench.Render(ctx, k.compared.Article, order)
	switch {
	case err == nil:
		k.renderings.end(n, done, out, "")
	case ctx.Err() != nil:
		k.renderings.end(n, stopped, out, "")
	default:
		k.renderings.end(n, failed, out, u.whatFailed(err))
	}
}

// ourFault is what a person is told of a fault that only the log describes.
const ourFault = "The translation broke off by a fault of this program; the server’s log says more."

// whatFailed puts into words why a translation failed.
func (u *UI) whatFailed(err error) string {
	var p *workbench.Problem
	if errors.As(err, &p) {
		return sentences(p)
	}
	u.log.Error("translate in the background", "error", err)
	return ourFault
}
