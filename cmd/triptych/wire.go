package main

import (
	"context"
	"net/http"

	"triptych/lang/detect"
	"triptych/web"
	"triptych/workbench"
)

// newWorkbench joins the rooms for commands that neither translate nor keep anything. It is cheap: the detector loads its
// models when they are first needed.
func newWorkbench() *workbench.Workbench {
	return workbench.New(detect.New())
}

// newHandler is what the server answers with. What it does in the background ends with ctx.
func newHandler(ctx context.Context, s *services, o serveOptions) (http.Handler, error) {
	g := newGauges(s)
	return web.New(web.Options{
		Workbench: s.work, Sample: sample(), Token: o.token, Version: versionNumber(), Log: o.log,
		Background: ctx, Spending: s.spending, Ready: s.ready, Metrics: g.handler(), Observe: g.observe,
	})
}

// ready tells whether the server can do its work: that what is spent can be written down.
func (s *services) ready(ctx context.Context) error { return s.store.Writable(ctx) }

// spending is what was paid and saved, month by month, the latest first.
func (s *services) spending(ctx context.Context) ([]web.SpendingLine, error) {
	months, err := s.store.Months(ctx)
	if err != nil {
		return nil, err
	}
	var out []web.SpendingLine
	for _, month := range months {
		engines, err := s.store.Spending(ctx, month)
		if err != nil {
			return nil, err
		}
		for _, e := range engines {
			out = append(out, web.SpendingLine{Month: string(month), Engine: e.Engine, Billed: e.Billed,
				Reserved: e.Reserved, Saved: e.Saved, Limit: e.Limit, Requests: e.Requests})
		}
	}
	return out, nil
}
