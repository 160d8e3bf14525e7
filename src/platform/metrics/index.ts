import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export { watchStalls } from './stalls.ts';

/** Prometheus figures. Labels are route patterns, status classes and outcome words; never an identifier or an address. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  request(route: string, status: number, seconds: number): void;
  check(outcome: string, entry: string): void;
  gauge(name: string, help: string, read: () => number): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({ name: 'chinhdanh_http_request_seconds', help: 'Time to answer a request.', labelNames: ['route', 'status'], buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [registry] });
  const checks = new Counter({ name: 'chinhdanh_checks_total', help: 'Checks answered, by outcome and entry.', labelNames: ['outcome', 'entry'], registers: [registry] });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (route, status, seconds) => requests.observe({ route, status: `${Math.floor(status / 100)}xx` }, seconds),
    check: (outcome, entry) => checks.inc({ outcome, entry }),
    gauge: (name, help, read) => { void new Gauge({ name, help, registers: [registry], collect() { this.set(read()); } }); },
  };
}
