package main

import (
	"net/http"

	"triptych/lang/detect"
	"triptych/web"
	"triptych/workbench"
)

// newWorkbench joins the rooms. It is cheap: the detector loads its models when they are first needed.
func newWorkbench() *workbench.Workbench {
	return workbench.New(detect.New())
}

// newHandler is what the server answers with.
func newHandler(w *workbench.Workbench, o serveOptions) (http.Handler, error) {
	return web.New(web.Options{Workbench: w, Sample: sample(), Token: o.token, Version: versionNumber(), Log: o.log})
}
