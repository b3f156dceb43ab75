package main

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"triptych/cache"
	"triptych/store"
)

// gauges are what the server tells Prometheus.
type gauges struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
}

func newGauges(s *services) *gauges {
	g := &gauges{registry: prometheus.NewRegistry()}
	g.requests = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "triptych_http_request_seconds", Help: "How long requests took.",
		Buckets: []float64{.002, .01, .05, .2, 1, 5, 30},
	}, []string{"method", "route", "status"})
	g.registry.MustRegister(
		g.requests, newTierMetrics(s.memory), newMoneyMetrics(s.store),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return g
}

// observe takes down one request.
func (g *gauges) observe(method, route string, status int, took time.Duration) {
	g.requests.WithLabelValues(method, route, strconv.Itoa(status)).Observe(took.Seconds())
}

func (g *gauges) handler() http.Handler {
	return promhttp.HandlerFor(g.registry, promhttp.HandlerOpts{})
}

// tierMetrics tells what the memory of translations did, by tier.
type tierMetrics struct {
	memory *cache.Tiered
	values *prometheus.Desc
	calls  *prometheus.Desc
}

func newTierMetrics(m *cache.Tiered) tierMetrics {
	return tierMetrics{m,
		prometheus.NewDesc("triptych_memory_values_total", "Values that were asked for, by whether they were there.", []string{"tier", "found"}, nil),
		prometheus.NewDesc("triptych_memory_calls_total", "Calls to a tier, by how they ended.", []string{"tier", "outcome"}, nil),
	}
}

// Describe is [prometheus.Collector]'s.
func (t tierMetrics) Describe(out chan<- *prometheus.Desc) { out <- t.values; out <- t.calls }

// Collect is [prometheus.Collector]'s.
func (t tierMetrics) Collect(out chan<- prometheus.Metric) {
	tell := func(d *prometheus.Desc, n int64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.CounterValue, float64(n), labels...)
	}
	for _, tier := range t.memory.Tiers() {
		name, s := tier.Name(), tier.Stats()
		tell(t.values, s.Hits, name, "yes")
		tell(t.values, s.Misses, name, "no")
		tell(t.calls, s.Calls-s.Failed, name, "done")
		tell(t.calls, s.Failed, name, "failed")
		tell(t.calls, s.Slow, name, "slow")
		tell(t.calls, s.Away, name, "away")
	}
}

// moneyMetrics tells what paid engines billed this month.
type moneyMetrics struct {
	store      *store.Store
	characters *prometheus.Desc
	limit      *prometheus.Desc
}

func newMoneyMetrics(s *store.Store) moneyMetrics {
	return moneyMetrics{s,
		prometheus.NewDesc("triptych_characters", "Characters of this month: billed, reserved for requests under way, or saved by memory.", []string{"engine", "what"}, nil),
		prometheus.NewDesc("triptych_characters_limit", "Characters a month that an engine may bill.", []string{"engine"}, nil),
	}
}

// Describe is [prometheus.Collector]'s.
func (m moneyMetrics) Describe(out chan<- *prometheus.Desc) { out <- m.characters; out <- m.limit }

// patience is how long the ledger may take to answer Prometheus.
const patience = 5 * time.Second

// Collect is [prometheus.Collector]'s, which has no context. A ledger that cannot be read tells nothing.
func (m moneyMetrics) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	all, err := m.store.Spending(ctx, m.store.Month())
	if err != nil {
		out <- prometheus.NewInvalidMetric(m.characters, err)
		return
	}
	for _, e := range all {
		for what, n := range map[string]int64{"billed": e.Billed, "reserved": e.Reserved, "saved": e.Saved} {
			out <- prometheus.MustNewConstMetric(m.characters, prometheus.GaugeValue, float64(n), e.Engine, what)
		}
		if e.Limit > 0 {
			out <- prometheus.MustNewConstMetric(m.limit, prometheus.GaugeValue, float64(e.Limit), e.Engine)
		}
	}
}
