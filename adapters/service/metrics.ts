import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the parts report; every member is cheap and never throws. */
export type Metrics = {
  onAsk(ask: { platform: string; intent: string; status: string; ms: number }): void;
  onDuplicate(platform: string): void;
  onRetry(platform: string): void;
  /** What became of a reply that was not delivered at once. */
  onReply(platform: string, outcome: 'late' | 'given-up' | 'unconfirmed'): void;
  onReconnect(platform: string): void;
  onThrottled(platform: string): void;
  onDigest(platform: string, outcome: string): void;
  onKnowledge(version: string, consultations: number, loadedAtMs: number): void;
  onKnowledgeFault(): void;
  /** A call of the database failed; `operation` is the store's method. */
  onStoreFault(operation: string): void;
  /** Prometheus text exposition. */
  render(): Promise<string>;
  readonly contentType: string;
};

/** Prometheus metrics on a registry of their own, so that two services in one process (tests) do not collide. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'kyogi_' });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `kyogi_${name}`, help, labelNames, registers: [registry] });

  const asks = counter('asks_total', 'Questions answered', ['platform', 'intent', 'status']);
  const duplicates = counter('duplicates_dropped_total', 'Events already answered', ['platform']);
  const retries = counter('retries_total', 'Events the platform sent again', ['platform']);
  const replies = counter('replies_total', 'Answers not delivered at once', ['platform', 'outcome']);
  const reconnects = counter('reconnects_total', 'Connections made anew', ['platform']);
  const throttled = counter('throttled_total', 'Questions over the per-minute limits', ['platform']);
  const digests = counter('digests_total', 'Digest deliveries', ['platform', 'outcome']);
  const storeFaults = counter('store_failures_total', 'Calls of the database that failed', ['operation']);
  const faults = counter('knowledge_faults_total', 'Edits of the knowledge that were refused', []);
  const latency = new Histogram({
    name: 'kyogi_ask_seconds',
    help: 'From event to answer handed to the platform',
    labelNames: ['platform'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3],
    registers: [registry],
  });
  const knowledge = new Gauge({
    name: 'kyogi_knowledge_consultations',
    help: 'Consultations in service',
    labelNames: ['version'],
    registers: [registry],
  });
  const loadedAt = new Gauge({
    name: 'kyogi_knowledge_loaded_timestamp_seconds',
    help: 'When the knowledge in service was loaded',
    registers: [registry],
  });

  return {
    onAsk({ platform, intent, status, ms }) {
      asks.inc({ platform, intent, status });
      latency.observe({ platform }, ms / 1000);
    },
    onDuplicate: (platform) => duplicates.inc({ platform }),
    onRetry: (platform) => retries.inc({ platform }),
    onReply: (platform, outcome) => replies.inc({ platform, outcome }),
    onReconnect: (platform) => reconnects.inc({ platform }),
    onThrottled: (platform) => throttled.inc({ platform }),
    onDigest: (platform, outcome) => digests.inc({ platform, outcome }),
    onKnowledge(version, consultations, loadedAtMs) {
      knowledge.reset();
      knowledge.set({ version }, consultations);
      loadedAt.set(loadedAtMs / 1000);
    },
    onStoreFault: (operation) => storeFaults.inc({ operation }),
    onKnowledgeFault: () => faults.inc(),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
