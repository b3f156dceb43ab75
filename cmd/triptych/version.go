package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
)

func versionCommand() command {
	return command{
		name:    "version",
		summary: "print the version of this program",
		help:    "Prints which Triptych this is, a release or the commit it was built from, and\nwith which Go it was built.\n",
		run: func(_ context.Context, p *program, args []string) error {
			_, done, err := p.parse(flagSet("version"), args)
			if done || err != nil {
				return err
			}
			return p.print(version() + "\n")
		},
	}
}

// version is "triptych v1.2.0 (go1.26.8, linux/amd64)".
func version() string {
	return fmt.Sprintf("triptych %s (%s, %s/%s)", versionNumber(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// versionNumber is the release, or a number that Go makes from the commit; "(devel)" where there is neither.
func versionNumber() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
