# make run       the workbench at http://127.0.0.1:8080
# make test      everything that must pass: format, vet, staticcheck, tests with the race detector, pages in Chromium
# make bench     the benchmarks
# make fuzz      a short run of every fuzz target

.PHONY: run test check tools bench fuzz

run:
	go run ./cmd/triptych serve

test: tools check
	go test -race ./...

check:
	@unformatted="$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go'))"; \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	go tool staticcheck ./...

tools:
	scripts/install-tools

bench:
	go test -run '^$$' -bench . -benchmem ./...

fuzz:
	scripts/fuzz 10s
