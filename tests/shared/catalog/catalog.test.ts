import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { kindAs, kindOf, kinds, technologyOf } from '../../../shared/catalog/index';
import type { Default, Defaults, Kind } from '../../../shared/catalog/kind';
import { resolve } from '../../../shared/catalog/resolve';
import type { ResolvedConfig } from '../../../shared/catalog/resolved';
import { iconNames } from '../../../shared/diagram/icons';
import { gammaAbove } from '../../../shared/math/gamma-function';
import { configSchema } from '../../../shared/model/config';
import type { Design } from '../../../shared/model/schema';
import { layerIds } from '../../../shared/model/vocabulary';

const folder = new URL('../../../shared/catalog/', import.meta.url);
const withTechnologies = kinds.flatMap((kind) => [
  { name: kind.id, kind, technology: undefined },
  ...kind.technologies.map((technology) => ({ name: `${kind.id}, ${technology.name}`, kind, technology })),
]);

/** A client of 1 000 rps in front of one untouched component. */
function inUse(kind: string, technology: string | undefined, flow: 'read' | 'write'): Design {
  return {
    format: 'loadline',
    version: 1,
    id: 'd',
    name: 'One',
    system: {
      flows: [{ id: 'f', kind: flow, entry: 'user', rate: { rps: 1000 } }],
      nodes: [
        { id: 'user', kind: 'client' },
        { id: 'part', kind, ...(technology !== undefined && { technology }) },
      ],
      // What an observer takes has to be named: its edges carry nothing of themselves.
      edges: [{ id: 'e', from: 'user', to: 'part', flows: 'all' }],
    },
  };
}

describe('the list of kinds', () => {
  test('has a kind for every file that a layer’s folder holds, and no other', () => {
    const shared = [
      'buffer-fields',
      'observer-fields',
      'provider-fields',
      'proxy-defaults',
      'relational',
      'server-fields',
      'store-fields',
    ];
    const files = layerIds
      .flatMap((layer) => {
        try {
          return readdirSync(new URL(`${layer}/`, folder));
        } catch {
          return [];
        }
      })
      .map((file) => file.replace(/\.ts$/, ''))
      .filter((file) => !shared.includes(file));
    expect(files.sort()).toEqual(kinds.map((kind) => kind.id).sort());
  });

  test('keeps each kind in the folder of its layer', () => {
    for (const kind of kinds)
      expect(readdirSync(new URL(`${kind.layer}/`, folder))).toContain(`${kind.id}.ts`);
  });

  test('finds a kind by its id and nothing by another', () => {
    expect(kinds.map((kind) => kindOf(kind.id))).toEqual(kinds);
    expect(kindOf('mainframe')).toBeUndefined();
    expect(kindOf('__proto__')).toBeUndefined();
  });

  test.each([
    ['postgres', 'sql-database', 'PostgreSQL'],
    ['MySQL', 'sql-database', 'MySQL'],
    ['golang', 'service', 'Go'],
    ['nodejs', 'service', 'Node.js'],
    ['spring', 'service', 'JVM'],
    ['redis', 'cache', 'Redis'],
    ['memcached', 'cache', 'Memcached'],
    ['kafka', 'stream', 'Kafka'],
    ['rabbit', 'queue', 'RabbitMQ'],
    ['sqs', 'queue', 'SQS'],
    ['dynamo', 'key-value-store', 'DynamoDB'],
    ['cassandra', 'wide-column-store', 'Cassandra'],
    ['scylla', 'wide-column-store', 'ScyllaDB'],
    ['mongo', 'document-database', 'MongoDB'],
    ['aurora', 'sql-database', 'Aurora'],
    ['elastic', 'search-index', 'Elasticsearch'],
    ['timescale', 'time-series-database', 'TimescaleDB'],
    ['pubsub', 'pub-sub', 'Google Pub/Sub'],
    ['sqs fifo', 'queue', 'SQS FIFO'],
    ['redpanda', 'stream', 'Redpanda'],
    ['stripe', 'payment-provider', 'Stripe'],
    ['appd', 'metrics', 'AppDynamics'],
    ['hashicorp vault', 'secret-manager', 'Vault'],
    ['s3', 'object-store', 'S3'],
    ['cloudfront', 'cdn', 'CloudFront'],
    ['route53', 'dns', 'Route 53'],
    ['alb', 'load-balancer', 'ALB'],
    ['nginx', 'load-balancer', 'nginx'],
    ['nginx', 'reverse-proxy', 'nginx'],
    ['nlb', 'network-load-balancer', 'NLB'],
    ['k8s', 'container-cluster', 'Kubernetes'],
    ['lambda', 'function', 'AWS Lambda'],
    ['flink', 'stream-processor', 'Flink'],
    ['istio', 'service-mesh', 'Istio'],
    ['crontab', 'scheduler', 'cron'],
    ['iphone', 'mobile-app', 'iOS'],
  ])('finds %s as %s, %s', (word, kind, technology) => {
    const found = kinds.filter((candidate) => technologyOf(candidate, word) !== undefined);
    expect(found.map((candidate) => candidate.id)).toContain(kind);
    const first = kindOf(kind);
    expect(first && technologyOf(first, word)?.name).toBe(technology);
  });

  test('knows that nginx and SQS are run otherwise than their kinds', () => {
    const balancer = kindOf('load-balancer');
    const queue = kindOf('queue');
    expect(balancer && kindAs(balancer, technologyOf(balancer, 'nginx')).managed).toBe(false);
    expect(balancer && kindAs(balancer, technologyOf(balancer, 'alb'))).toBe(balancer);
    expect(queue?.managed).toBeUndefined();
    expect(queue && kindAs(queue, technologyOf(queue, 'sqs')).managed).toBe(true);
  });

  test('promises for one’s own servers neither an SLA nor health checks', () => {
    const balancer = kindOf('load-balancer');
    const defaultsOf = (word: string) => balancer && kindAs(balancer, technologyOf(balancer, word)).defaults;
    expect(defaultsOf('alb')).toMatchObject({
      slaAvailability: { value: 0.9999 },
      healthCheckSeconds: { value: 10 },
    });
    expect(defaultsOf('nginx')).not.toHaveProperty('slaAvailability');
    expect(defaultsOf('nginx')).not.toHaveProperty('healthCheckSeconds');
    expect(defaultsOf('nginx')).toHaveProperty('failover');
  });

  test('says of what is run otherwise than its kind how many servers it has and how often each is up', () => {
    for (const { name, kind, technology } of withTechnologies) {
      if (technology?.managed === undefined || technology.managed === (kind.managed ?? false)) continue;
      const { replicas, replicasPerShard, instanceAvailability } = technology.defaults ?? {};
      const servers = kind.behaviour === 'store' ? [1] : [replicas ?? replicasPerShard];
      expect([name, ...servers]).not.toContain(undefined);
      if (kind.behaviour !== 'source' && kind.behaviour !== 'observer')
        expect([name, instanceAvailability]).not.toContain(undefined);
      expect(kindAs(kind, technology).main.length).toBeLessThanOrEqual(5);
    }
  });

  test('shows servers to choose for what one runs oneself, and none for a provider’s', () => {
    const mainOf = (id: string, word?: string) => {
      const kind = kindOf(id);
      return kind && kindAs(kind, technologyOf(kind, word)).main;
    };
    expect(mainOf('load-balancer')).not.toContain('replicas');
    expect(mainOf('load-balancer', 'nginx')?.[0]).toBe('replicas');
    expect(mainOf('queue')).toContain('replicas');
    expect(mainOf('queue', 'sqs')).not.toContain('replicas');
    expect(mainOf('object-store', 'minio')).not.toContain('replicas');
    for (const kind of kinds)
      if (kind.managed) expect([...kind.main, ...kind.more]).not.toContain('replicas');
  });
});

describe.each(kinds)('the kind $id', (kind) => {
  test('has a title, a purpose and words to find it by', () => {
    expect(kind.title).not.toBe('');
    expect(kind.purpose).toMatch(/\.$/);
    expect(kind.keywords.length).toBeGreaterThan(2);
  });

  test('has an icon that the program draws', () => {
    expect(iconNames).toContain(kind.icon);
  });

  test('shows at most five fields, each once, all of which mean something to it', () => {
    const shown = [...kind.main, ...kind.more];
    expect(kind.main.length).toBeLessThanOrEqual(5);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.filter((field) => !(field in configSchema.shape))).toEqual([]);
    expect(shown.filter((field) => !meansSomething(kind, field))).toEqual([]);
  });

  test('shows every field that it has a default for', () => {
    const shown: readonly string[] = [...kind.main, ...kind.more];
    // A store drawn as one shard has no shards to choose; a managed kind's one pool is not shown as servers.
    const hidden = kind.id === 'shard' ? ['shards'] : [];
    const given = Object.keys(kind.defaults).filter((field) => !hidden.includes(field));
    expect(given.filter((field) => !shown.includes(field))).toEqual([]);
  });
});

const storeOnly = [
  'onReplicaLoss',
  'storageFactor',
  'inMemory',
  'shards',
  'replicasPerShard',
  'replication',
  'readFrom',
  'readQuorum',
  'writeQuorum',
  'replicaRttMs',
  'scatter',
  'backupEverySeconds',
  'restoreSeconds',
  'failoverSeconds',
  'encryptedAtRest',
  'storageUsdPerGbMonth',
  'transactions',
  'shardKey',
  'shardKeySpread',
  'multiLeader',
  'conflictRule',
];
const cacheOnly = [
  'hitRate',
  'hitRates',
  'items',
  'zipfExponent',
  'memoryBytes',
  'ttlSeconds',
  'evictionPolicy',
  'invalidation',
  'writePolicy',
  'stampedeProtection',
];
const bufferOnly = [
  'copies',
  'acknowledge',
  'record',
  'partitions',
  'consumersPerPartition',
  'retentionSeconds',
  'deadLetter',
  'delivery',
  'partitionKey',
  'backlogLimit',
  'maxAgeSeconds',
];
const distributorOnly = ['algorithm', 'failover'];
const ofCode = ['sessions', 'contention', 'coherency', 'connectionPool', 'runsUserCode', 'egress'];

function meansSomething({ id, behaviour, layer }: Kind, field: string): boolean {
  if (behaviour === 'pass-through') return true;
  if (field === 'leaderElection') return id === 'scheduler' || behaviour === 'station';
  if (id === 'scheduler' && field === 'replicas') return true;
  if (field === 'healthCheckSeconds') return behaviour === 'distributor';
  if (field === 'webFirewall') return layer === 'edge' || layer === 'traffic';
  if (field === 'authentication' && behaviour === 'source') return false;
  if (ofCode.includes(field) && behaviour !== 'station') return field === 'sessions' && layer === 'traffic';
  if (field === 'retentionSeconds' && behaviour === 'observer') return true;
  if (['diskBytes', 'encryptedAtRest', 'retentionSeconds', 'durable', 'failoverSeconds'].includes(field))
    return behaviour === 'store' || behaviour === 'buffer';
  if (field === 'memoryBytes' && behaviour === 'store') return true;
  if (storeOnly.includes(field)) return behaviour === 'store';
  if (cacheOnly.includes(field)) return behaviour.endsWith('cache');
  if (bufferOnly.includes(field)) return behaviour === 'buffer';
  if (distributorOnly.includes(field)) return behaviour === 'distributor';
  if (field === 'replicas') return behaviour !== 'store' && behaviour !== 'source';
  if (field === 'behaviour') return false;
  return behaviour !== 'source';
}

describe.each(withTechnologies)('the defaults of $name', ({ kind, technology }) => {
  const defaults: Defaults = technology === undefined ? kind.defaults : (technology.defaults ?? {});

  test('say where they come from', () => {
    for (const given of Object.values(defaults) as Default<unknown>[]) {
      expect(given.source.text.length).toBeGreaterThan(3);
      if (given.source.kind === 'source' && given.source.url !== undefined)
        expect(given.source.url).toMatch(/^https:\/\//);
    }
  });

  test('lie within their ranges', () => {
    for (const [field, given] of Object.entries(defaults) as [string, Default<number>][]) {
      if (given.range === undefined) continue;
      const [low, high] = given.range;
      expect([field, low <= given.value && given.value <= high]).toEqual([field, true]);
    }
  });

  test('say what real systems lie between, but for prices and SLAs', () => {
    const bare = (Object.entries(defaults) as [string, Default<unknown>][])
      .filter(([field, { value }]) => typeof value === 'number' && !/Usd|^slaAvailability$/.test(field))
      .filter(([, { range }]) => range === undefined);
    expect(bare.map(([field]) => field)).toEqual([]);
  });

  test('have the variation that the mean and the p99 beside it give', () => {
    const { cv, serviceMs, readMs, writeMs } = defaults;
    const said = /p99 ([\d.]+) ms ÷ mean ([\d.]+) ms/.exec(cv?.source.text ?? '');
    if (cv === undefined || said === null) return;
    const [p99Ms, meanMs] = [Number(said[1]), Number(said[2])];
    expect([serviceMs?.value, readMs?.value, writeMs?.value]).toContain(meanMs);
    // A gamma time of mean m and variation c has the shape 1 ÷ c² and the scale m × c².
    const shape = 1 / cv.value ** 2;
    const above = gammaAbove(shape, (p99Ms / meanMs) * shape);
    expect(above).toBeGreaterThan(0.009);
    expect(above).toBeLessThan(0.011);
  });

  test('are shown, but for the servers of a provider', () => {
    const { main, more } = kindAs(kind, technology);
    const shown: readonly string[] = [...main, ...more, 'replicas', 'shards'];
    expect(Object.keys(defaults).filter((field) => !shown.includes(field))).toEqual([]);
  });

  test('are values that a document could hold', () => {
    const values = Object.fromEntries(
      (Object.entries(defaults) as [string, Default<unknown>][]).map(([field, given]) => [
        field,
        given.value,
      ]),
    );
    expect(configSchema.safeParse(values).error?.issues).toBeUndefined();
  });

  const limited = technology?.limited ?? kindAs(kind, technology).limited;
  const carrying =
    limited === undefined
      ? 'carry 1 000 %ss a second at no more than half'
      : 'do not carry 1 000 %ss a second at half, as they say';

  test.each(['read', 'write'] as const)(carrying, (flow) => {
    const resolved = resolve(inUse(kind.id, technology?.name, flow));
    const part = resolved.nodes.find((node) => node.id === 'part');
    expect(part).toBeDefined();
    if (part === undefined || part.behaviour === 'source' || part.behaviour === 'pass-through') return;
    const byHand = utilization(part.config, part.behaviour, flow);
    if (limited === undefined) expect(byHand).toBeLessThanOrEqual(0.5);
    else expect([limited.endsWith('.'), byHand > 0.5]).toEqual([true, true]);
    const result = analyze(resolved, { percentiles: false });
    const figures = result.ok ? result.analysis.nodes.find((node) => node.id === 'part') : undefined;
    // What is over its quota does not reach its servers.
    const accepted = Math.min(1, (part.config.quotaRps ?? Number.POSITIVE_INFINITY) / 1000);
    // Servers with few requests at once are busier by the places of those than by their work.
    const placed = figures?.placesUtilization ?? 0;
    if (limited === undefined) expect(placed).toBeLessThanOrEqual(0.5);
    expect(figures?.utilization).toBeCloseTo(Math.max(byHand * accepted, placed), 9);
  });
});

/** Offered × service time ÷ servers; of a store those of the leader of each shard. */
function utilization(config: ResolvedConfig, behaviour: string, flow: 'read' | 'write'): number {
  const seconds = (flow === 'read' ? config.readMs : config.writeMs) / 1000;
  // Reads that any replica answers are spread over all of them; a write works on each.
  const answering =
    behaviour === 'store' && flow === 'read' && config.readFrom === 'any' ? config.replicasPerShard : 1;
  const servers = config.concurrency * answering * (behaviour === 'store' ? config.shards : config.replicas);
  return (1000 * seconds) / servers;
}
