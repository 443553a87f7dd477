import { expect, test } from 'vitest';
import { applyChanges } from '../../../../shared/model/apply';
import type { Config } from '../../../../shared/model/config';
import { type Design, edgesOf } from '../../../../shared/model/schema';
import { cacheLossOverloadsStore } from '../../../../shared/rules/caching/cache-loss-overloads-store';
import { noExpiry } from '../../../../shared/rules/caching/no-expiry';
import { addCache } from '../../../../shared/rules/fixes/add-cache';
import { addRedundancy } from '../../../../shared/rules/fixes/add-redundancy';
import { sketch } from '../../../../shared/rules/sketch';
import { contextOf, findingsOf } from '../assess';

/** The leader: 4 concurrent ÷ 2 ms: 2 000 calls a second. */
const db: Config = {
  readMs: 2,
  writeMs: 2,
  concurrency: 4,
  shards: 1,
  replicasPerShard: 2,
  readFrom: 'leader',
};
const cachedKinds = { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' } as const;
const plainKinds = { user: 'client', api: 'service', db: 'sql-database' } as const;

const nodeOf = (context: ReturnType<typeof contextOf>, id: string) => {
  const node = context.design.nodes.find((one) => one.id === id);
  if (node === undefined) throw new Error(`no ${id}`);
  return node;
};

const flowOf = (context: ReturnType<typeof contextOf>) => {
  const [flow] = context.design.flows;
  if (flow === undefined) throw new Error('no flow');
  return flow;
};

const cached = (flow: 'read' | 'write', lookUp: 'read' | 'write', store: 'read' | 'write') =>
  sketch(cachedKinds, 'user -> api -> cache, api -> db', {
    flows: { f: { kind: flow, rps: 4000 } },
    config: { api: { replicas: 9 }, cache: { replicas: 2, hitRate: 0.9 }, db },
    edges: { 'api -> cache': { operation: lookUp }, 'api -> db': { onMissOf: 'cache', operation: store } },
  });

test.each([
  ['read', 'read'],
  ['write', 'read'],
  ['write', 'write'],
] as const)(
  'what a lost cache server no longer answers reaches the store: a %s flow that looks up and then %ss',
  (flow, store) => {
    // 4 000 × 0.1 = 400 misses now; 4 000 × (1 − 0.45) = 2 200 of 2 000 with one of two lost: 1 800 more.
    const found = findingsOf(cached(flow, 'read', store), [cacheLossOverloadsStore]);
    expect(found).toMatchObject([
      {
        target: 'cache',
        values: { store: { part: 'db' }, reads: { rps: 1800 }, utilization: { share: 1.1 } },
      },
    ]);
  },
);

test('a cache that is written is no look-up, and its loss sends nothing more to the store', () => {
  expect(findingsOf(cached('read', 'write', 'read'), [cacheLossOverloadsStore])).toEqual([]);
});

/** Reads of the store by calls of a flow that writes elsewhere. */
const readByWrites = (operation?: 'read', rps = 1200) =>
  sketch(plainKinds, 'user -> api -> db', {
    flows: { f: { kind: 'write', rps }, reads: { rps: 100 } },
    config: { api: { replicas: 9 }, db },
    edges: { 'api -> db': operation === undefined ? {} : { operation } },
  });

function withCache(design: Design): Design {
  const context = contextOf(design);
  const fix = addCache(context, nodeOf(context, 'db'));
  if (fix === null) throw new Error('no quick fix');
  return applyChanges(design, fix.changes);
}

test('reads that come by a flow of writes get a cache, whose look-up reads and spares them', () => {
  const fixed = withCache(readByWrites('read'));
  const lookUp = edgesOf(fixed).find(({ to }) => to === 'db-cache');
  expect(lookUp).toMatchObject({ operation: 'read', flows: ['f', 'reads'] });
  // A tenth of 1 300 calls a second reaches the store.
  const { analysis } = contextOf(fixed);
  expect(analysis?.nodes.find(({ id }) => id === 'db')?.offeredRps).toBeCloseTo(130, 6);
});

test('a look-up of reads alone says no operation of its own', () => {
  const design = sketch(plainKinds, 'user -> api -> db', { flows: { f: { rps: 1200 } }, config: { db } });
  const lookUp = edgesOf(withCache(design)).find(({ to }) => to === 'db-cache');
  expect(lookUp?.flows).toBe('read');
  expect(lookUp).not.toHaveProperty('operation');
});

test('a flow that writes over an edge that another call of it reads beside gets no cache: a hit would spare the write', () => {
  const design = sketch(
    { user: 'client', api: 'service', lister: 'service', core: 'service', db: 'sql-database' },
    'user -> api -> core -> db, api -> lister -> core',
    {
      flows: { f: { kind: 'write', rps: 100 }, reads: { rps: 1000 } },
      config: { api: { replicas: 9 }, lister: { replicas: 9 }, core: { replicas: 9 }, db },
      edges: { 'lister -> core': { operation: 'read' } },
    },
  );
  const context = contextOf(design);
  expect(addCache(context, nodeOf(context, 'db'))).toBeNull();
});

/** Two copies, of which a write waits for one and is refused without it: writes need two, reads one. */
const redundant = (flow: 'read' | 'write', operation: 'read' | 'write') =>
  sketch(plainKinds, 'user -> api -> db', {
    flows: { f: { kind: flow, rps: 10, targets: { availability: 0.99995 } } },
    config: {
      api: { replicas: 4, instanceAvailability: 0.999 },
      db: { ...db, replication: 'semi-sync', onReplicaLoss: 'refuse', instanceAvailability: 0.99 },
    },
    edges: { 'api -> db': { operation } },
  });

test.each(['read', 'write'] as const)(
  'servers that a %s flow needs are those of what it does at the store',
  (flow) => {
    const addedFor = (operation: 'read' | 'write') => {
      const context = contextOf(redundant(flow, operation));
      const actual = context.analysis?.flows[0]?.availability ?? Number.NaN;
      return addRedundancy(context, flowOf(context), actual, 0.99995)?.changes;
    };
    // One of three: 1 − 10⁻⁶. Two of three: 1 − 3 × 10⁻⁴, two of four: 1 − 4 × 10⁻⁶.
    expect(addedFor('read')).toEqual([{ op: 'patch-config', id: 'db', patch: { replicasPerShard: 3 } }]);
    expect(addedFor('write')).toEqual([{ op: 'patch-config', id: 'db', patch: { replicasPerShard: 4 } }]);
  },
);

test('what a cache keeps without end is stale once a call of any flow writes to the store', () => {
  const design = (operation: 'read' | 'write') =>
    sketch(cachedKinds, 'user -> api -> cache, api -> db', {
      flows: { f: { kind: 'write', rps: 10 }, g: { rps: 10 } },
      config: { cache: { invalidation: 'none', ttlSeconds: 0 } },
      edges: {
        'api -> cache': { operation: 'read' },
        'api -> db': { flows: 'all', operation, onMissOf: 'cache' },
      },
    });
  expect(findingsOf(design('write'), [noExpiry])).toMatchObject([{ target: 'cache' }]);
  expect(findingsOf(design('read'), [noExpiry])).toEqual([]);
});
