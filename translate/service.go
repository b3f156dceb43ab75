package translate

// Service wraps an engine that makes one request a call in what a service needs, in the one order that is right: a call
// is packed into requests, each request is retried by itself, and each attempt is reserved and settled.
func Service(e Engine, l Limits, p Policy, ledger Ledger) Engine {
	return Pack(Retry(Budgeted(e, ledger), p), l)
}
