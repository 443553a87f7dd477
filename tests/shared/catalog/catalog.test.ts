import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { kindAs, kindOf, kinds, technologyOf } from '../../../shared/catalog/index';
import type { Default, Defaults } from '../../../shared/catalog/kind';
import { resolve } from '../../../shared/catalog/resolve';
import type { ResolvedConfig } from '../../../shared/catalog/resolved';
import { iconNames } from '../../../shared/diagram/icons';
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
      edges: [{ id: 'e', from: 'user', to: 'part' }],
    },
  };
}

describe('the list of kinds', () => {
  test('has a kind for every file that a layer’s folder holds, and no other', () => {
    const shared = ['relational'];
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
    ['cassandra', 'key-value-store', 'Cassandra'],
    ['s3', 'object-store', 'S3'],
    ['cloudfront', 'cdn', 'CloudFront'],
    ['route53', 'dns', 'Route 53'],
    ['alb', 'load-balancer', 'ALB'],
    ['nginx', 'load-balancer', 'nginx'],
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
    expect(shown.filter((field) => !meansSomething(kind.behaviour, field))).toEqual([]);
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
];
const cacheOnly = [
  'hitRate',
  'hitRates',
  'items',
  'zipfExponent',
  'memoryBytes',
  'ttlSeconds',
  'evictionPolicy',
];
const bufferOnly = ['partitions', 'consumersPerPartition', 'retentionSeconds', 'deadLetter', 'delivery'];
const distributorOnly = ['algorithm', 'failover'];

function meansSomething(behaviour: string, field: string): boolean {
  if (behaviour === 'pass-through') return true;
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

  test('are values that a document could hold', () => {
    const values = Object.fromEntries(
      (Object.entries(defaults) as [string, Default<unknown>][]).map(([field, given]) => [
        field,
        given.value,
      ]),
    );
    expect(configSchema.safeParse(values).error?.issues).toBeUndefined();
  });

  test.each(['read', 'write'] as const)('carry 1 000 %ss a second at no more than half', (flow) => {
    const resolved = resolve(inUse(kind.id, technology?.name, flow));
    const part = resolved.nodes.find((node) => node.id === 'part');
    expect(part).toBeDefined();
    if (part === undefined || part.behaviour === 'source' || part.behaviour === 'pass-through') return;
    const byHand = utilization(part.config, part.behaviour, flow);
    expect(byHand).toBeLessThanOrEqual(0.5);
    const result = analyze(resolved, { percentiles: false });
    const figures = result.ok ? result.analysis.nodes.find((node) => node.id === 'part') : undefined;
    expect(figures?.utilization).toBeCloseTo(byHand, 9);
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
