import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the bot counts. Counters only: no user, no guild, no text. */
export interface Metrics {
  /** Uses of a command, a component or a mention, by what was used. */
  handled(kind: string): void;
  /** Seconds from receiving something to Discord having the answer. */
  answeredAfter(seconds: number): void;
  /** Questions that the articles do not answer. */
  refused(): void;
  /** Somebody was asked to slow down, by whose limit. */
  limited(scope: 'user' | 'guild' | 'channel' | 'queue'): void;
  /** A bug, a refusal by Discord, a connection that broke: by its kind. */
  failed(kind: string): void;
  /** Discord asked us to slow down. */
  rateLimited(): void;
  /** An answer that could not be given in time. */
  dropped(reason: string): void;
  /** Seconds until the database had answered a query. */
  databaseAnsweredAfter(seconds: number): void;
  /** What the last queries took, their median; undefined before the first. Seconds. */
  readonly databaseSeconds: number | undefined;
  /** Prometheus' text format. */
  text(): Promise<string>;
}

/** Discord wants the first answer within 3 s. */
const LATENCY_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10];

/** On the same machine it answers in some thousandths of a second; what takes more than eight is given up. */
const DATABASE_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** So many queries tell what the database takes at the moment. */
const LAST_QUERIES = 100;

const KIND = /^[\w$: /[\]-]{1,80}$/;

/** What a bot runs at the moment; each is looked at when it is asked for. */
export interface Extent {
  /** Shards of this process. */
  readonly shards: number;
  /** Servers that it is in, as far as Discord has told. */
  readonly servers: number;
  /** Passages of the operator's articles that are indexed. */
  readonly passages: number;
  /** Libraries of servers that had to be made ready, since the start. */
  readonly coldLoads: number;
}

export function createMetrics(extent: () => Extent): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const handled = new Counter({
    name: 'wenzhai_handled_total',
    help: 'Uses, by what was used',
    labelNames: ['kind'],
    registers,
  });
  const refused = new Counter({
    name: 'wenzhai_refusals_total',
    help: 'Questions the articles do not answer',
    registers,
  });
  const limited = new Counter({
    name: 'wenzhai_limited_total',
    help: 'Uses put off, by whose limit',
    labelNames: ['scope'],
    registers,
  });
  const failed = new Counter({
    name: 'wenzhai_errors_total',
    help: 'Failures, by kind',
    labelNames: ['kind'],
    registers,
  });
  const rateLimited = new Counter({ name: 'wenzhai_rest_429_total', help: 'Requests that Discord limited', registers });
  const dropped = new Counter({
    name: 'wenzhai_dropped_total',
    help: 'Answers not given in time',
    labelNames: ['reason'],
    registers,
  });
  const latency = new Histogram({
    name: 'wenzhai_answer_seconds',
    help: 'Receiving to answered',
    buckets: LATENCY_SECONDS,
    registers,
  });
  const database = new Histogram({
    name: 'wenzhai_database_seconds',
    help: 'Asking the database to its answer, each query',
    buckets: DATABASE_SECONDS,
    registers,
  });
  const lastQueries: number[] = [];
  new Counter({
    name: 'wenzhai_cold_loads_total',
    help: 'Libraries of servers made ready because somebody asked',
    registers,
    collect() {
      this.reset();
      this.inc(extent().coldLoads);
    },
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('wenzhai_index_passages', 'Passages indexed', () => extent().passages);
  gauge('wenzhai_shards', 'Shards of this process', () => extent().shards);
  gauge('wenzhai_servers', 'Servers that this process answers in', () => extent().servers);
  gauge('wenzhai_resident_bytes', 'Memory of the process', () => process.memoryUsage.rss());
  return {
    handled: (kind) => handled.inc({ kind }),
    answeredAfter: (seconds) => latency.observe(seconds),
    refused: () => refused.inc(),
    limited: (scope) => limited.inc({ scope }),
    // The name of an error of Discord's has the answer's code in it, which is whatever the answer says.
    failed: (kind) => failed.inc({ kind: KIND.test(kind) ? kind : 'other' }),
    rateLimited: () => rateLimited.inc(),
    dropped: (reason) => dropped.inc({ reason }),
    databaseAnsweredAfter(seconds) {
      database.observe(seconds);
      lastQueries.push(seconds);
      if (lastQueries.length > LAST_QUERIES) lastQueries.shift();
    },
    get databaseSeconds() {
      return lastQueries.toSorted((a, b) => a - b)[lastQueries.length >> 1];
    },
    text: () => registry.metrics(),
  };
}
