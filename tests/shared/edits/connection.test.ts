import { describe, expect, test } from 'vitest';
import { assumptionTexts, connectChanges } from '../../../shared/edits/connection';
import { applyChanges } from '../../../shared/model/apply';
import type { Design, Edge, Flow } from '../../../shared/model/schema';

const reads: Flow = { id: 'r', kind: 'read', entry: 'user', rate: { rps: 1000 } };

/** One node of each kind, its id the kind's, and these edges. */
function drawn(kinds: readonly string[], edges: readonly Edge[] = [], flows: readonly Flow[] = []): Design {
  const nodes = kinds.map((kind) => ({ id: kind === 'client' ? 'user' : kind, kind }));
  return { format: 'loadline', version: 1, id: 'd', name: 'D', system: { nodes, edges, flows } };
}

const connected = (design: Design, from: string, to: string) => {
  const connection = connectChanges(design, from, to);
  const next = applyChanges(design, connection.changes);
  const edges = Object.fromEntries((next.system.edges ?? []).map((edge) => [edge.id, edge]));
  return { ...connection, next, edges, edge: edges[connection.edgeId] };
};

describe('connecting two nodes', () => {
  test('adds one plain edge where nothing more is likely', () => {
    const { edge, changes, assumptions } = connected(
      drawn(['client', 'load-balancer']),
      'user',
      'load-balancer',
    );
    expect(edge).toEqual({ id: 'user-load-balancer', from: 'user', to: 'load-balancer' });
    expect(changes).toHaveLength(1);
    expect(assumptions).toEqual([]);
  });

  test('does nothing where they are connected already, and names the edge', () => {
    const design = drawn(['client', 'service'], [{ id: 'e', from: 'user', to: 'service' }]);
    expect(connectChanges(design, 'user', 'service')).toEqual({ changes: [], edgeId: 'e', assumptions: [] });
    expect(connected(design, 'service', 'user').edge).toMatchObject({ from: 'service', to: 'user' });
  });

  test('does nothing where an end is not there', () => {
    expect(connectChanges(drawn(['service']), 'service', 'nobody').changes).toEqual([]);
  });

  test.each([
    ['service', 'sql-database', 'sql'],
    ['service', 'cache', 'redis'],
    ['service', 'queue', 'amqp'],
    ['queue', 'worker', 'amqp'],
    ['stream', 'worker', 'kafka'],
    ['queue', 'dead-letter-queue', 'amqp'],
    ['service', 'document-database', 'mongodb'],
    ['service', 'wide-column-store', 'cql'],
    ['service', 'graph-database', 'bolt'],
    ['service', 'read-replica', 'sql'],
    ['service', 'data-warehouse', 'sql'],
    ['service', 'traces', 'grpc'],
  ])('from %s to %s speaks %s and says so', (from, to, protocol) => {
    const { edge, assumptions } = connected(drawn([from, to]), from, to);
    expect(edge?.protocol).toBe(protocol);
    expect(assumptions).toContainEqual({
      edge: edge?.id,
      field: 'protocol',
      key: 'protocol-of',
      values: { protocol },
    });
  });

  test('speaks what the technology speaks', () => {
    const design = drawn(['service']);
    const with_ = (kind: string, technology: string) =>
      connected(
        applyChanges(design, [{ op: 'add-node', node: { id: 'x', kind, technology } }]),
        'service',
        'x',
      ).edge;
    expect(with_('queue', 'sqs')).not.toHaveProperty('protocol');
    expect(with_('cache', 'memcached')?.protocol).toBe('memcached');
    expect(with_('pub-sub', 'NATS')?.protocol).toBe('nats');
    expect(with_('pub-sub', 'SNS')).not.toHaveProperty('protocol');
    expect(with_('time-series-database', 'TimescaleDB')?.protocol).toBe('sql');
    expect(with_('wide-column-store', 'Cassandra')?.protocol).toBe('cql');
    expect(with_('key-value-store', 'DynamoDB')).not.toHaveProperty('protocol');
  });

  test.each(['user', 'web-app', 'mobile-app', 'partner'])(
    'asks DNS once in a hundred requests of %s',
    (id) => {
      const design = drawn(['client', 'web-app', 'mobile-app', 'partner', 'dns']);
      const { edge, assumptions } = connected(design, id, 'dns');
      expect(edge).toMatchObject({ calls: 0.01, protocol: 'dns' });
      expect(assumptions.map((assumption) => assumption.key)).toContain('dns-lookups');
    },
  );

  test('lets nobody wait for events into a stream, but for work into a queue', () => {
    expect(connected(drawn(['service', 'stream']), 'service', 'stream').edge?.mode).toBe('async');
    expect(connected(drawn(['service', 'queue']), 'service', 'queue').edge).not.toHaveProperty('mode');
    expect(connected(drawn(['client', 'stream']), 'user', 'stream').edge).not.toHaveProperty('mode');
    expect(connected(drawn(['service', 'pub-sub']), 'service', 'pub-sub').edge?.mode).toBe('async');
  });

  test.each([
    ['service', 'identity-provider', { calls: 0.01 }, 100, 'few-lookups'],
    ['service', 'secret-manager', { calls: 0.001 }, 1000, 'few-lookups'],
    ['queue', 'dead-letter-queue', { calls: 0.001, mode: 'async' }, 1000, 'dead-letters'],
    ['worker', 'dead-letter-queue', { calls: 0.001, mode: 'async' }, 1000, 'dead-letters'],
    ['sql-database', 'backup', { calls: 0.0001, mode: 'async', flows: 'write' }, 10_000, 'copies'],
  ])('from %s to %s calls seldom and says how seldom', (from, to, fields, visits, key) => {
    const { edge, assumptions } = connected(drawn([from, to]), from, to);
    expect(edge).toMatchObject(fields);
    expect(assumptions).toContainEqual({
      edge: edge?.id,
      field: 'calls',
      key,
      values: { visits: { count: visits } },
    });
  });

  test('from a database to its replica copies, and carries no request', () => {
    const kinds = ['sql-database', 'read-replica'];
    const { edge, assumptions } = connected(drawn(kinds), 'sql-database', 'read-replica');
    expect(edge).toMatchObject({ mode: 'async', flows: [] });
    expect(assumptions.map(({ key }) => key)).toContain('replication');
  });
});

describe('a cache and a store beside each other', () => {
  const kinds = ['client', 'service', 'cache', 'sql-database', 'object-store'];
  const said = (edge: string) => ({
    edge,
    field: 'onMissOf',
    key: 'misses-of',
    values: { cache: { part: 'cache' } },
  });

  test('drawn cache first: the store gets the misses', () => {
    const design = drawn(kinds, [{ id: 'ask', from: 'service', to: 'cache' }], [reads]);
    const { edge, assumptions } = connected(design, 'service', 'sql-database');
    expect(edge?.onMissOf).toBe('cache');
    expect(assumptions).toContainEqual(said('service-sql-database'));
  });

  test('drawn store first: it gets the misses when the cache comes, and says so on its own edge', () => {
    const design = drawn(
      kinds,
      [
        { id: 'db', from: 'service', to: 'sql-database' },
        { id: 'files', from: 'service', to: 'object-store' },
      ],
      [reads],
    );
    const { edges, assumptions } = connected(design, 'service', 'cache');
    expect(edges['db']?.onMissOf).toBe('cache');
    expect(edges['files']?.onMissOf).toBe('cache');
    expect(edges['service-cache']).not.toHaveProperty('onMissOf');
    expect(assumptions).toContainEqual(said('db'));
    expect(assumptions).toContainEqual(said('files'));
  });

  test('another service that does not ask the cache reads the store itself', () => {
    const design = drawn([...kinds, 'worker'], [{ id: 'ask', from: 'service', to: 'cache' }], [reads]);
    expect(connected(design, 'worker', 'sql-database').edge).not.toHaveProperty('onMissOf');
  });

  test('a store that already answers for another cache, or stands in a step of its own, is left so', () => {
    const design = drawn(
      [...kinds, 'key-value-store'],
      [
        { id: 'db', from: 'service', to: 'sql-database', step: 1 },
        { id: 'files', from: 'service', to: 'object-store' },
      ],
      [reads],
    );
    const { edges } = connected(design, 'service', 'cache');
    expect(edges['db']).not.toHaveProperty('onMissOf');
    expect(edges['files']?.onMissOf).toBe('cache');
  });

  test('a cache that is not asked for every read has no misses to give', () => {
    const design = drawn(kinds, [{ id: 'ask', from: 'service', to: 'cache', flows: [] }], [reads]);
    expect(connected(design, 'service', 'sql-database').edge).not.toHaveProperty('onMissOf');
  });
});

describe('a database and its read replica beside each other', () => {
  const kinds = ['client', 'service', 'sql-database', 'document-database', 'read-replica', 'cache'];
  const said = (edge: string) => ({
    edge,
    field: 'flows',
    key: 'writes-only',
    values: { replica: { part: 'read-replica' } },
  });

  test('drawn database first: it keeps the writes, and says so on its own edge', () => {
    const design = drawn(kinds, [{ id: 'db', from: 'service', to: 'sql-database' }], [reads]);
    const { edge, edges, assumptions } = connected(design, 'service', 'read-replica');
    expect(edges['db']?.flows).toBe('write');
    expect(edge).not.toHaveProperty('flows');
    expect(assumptions).toContainEqual(said('db'));
  });

  test('drawn replica first: the database is given the writes', () => {
    const design = drawn(kinds, [{ id: 'copy', from: 'service', to: 'read-replica' }], [reads]);
    const { edge, assumptions } = connected(design, 'service', 'sql-database');
    expect(edge?.flows).toBe('write');
    expect(assumptions).toContainEqual(said('service-sql-database'));
  });

  test('an edge that names its flows keeps them, and of two databases neither is taken for the leader', () => {
    const named = drawn(kinds, [{ id: 'db', from: 'service', to: 'sql-database', flows: 'all' }]);
    expect(connected(named, 'service', 'read-replica').edges['db']?.flows).toBe('all');
    const two = drawn(kinds, [
      { id: 'db', from: 'service', to: 'sql-database' },
      { id: 'docs', from: 'service', to: 'document-database' },
    ]);
    const { edges } = connected(two, 'service', 'read-replica');
    expect([edges['db'], edges['docs']].some((edge) => edge !== undefined && 'flows' in edge)).toBe(false);
  });

  test('behind a cache the replica answers for the misses', () => {
    const design = drawn(
      kinds,
      [
        { id: 'ask', from: 'service', to: 'cache' },
        { id: 'db', from: 'service', to: 'sql-database', onMissOf: 'cache' },
      ],
      [reads],
    );
    const { edge, edges } = connected(design, 'service', 'read-replica');
    expect(edge?.onMissOf).toBe('cache');
    expect(edges['db']).toMatchObject({ onMissOf: 'cache', flows: 'write' });
  });
});

test('what is copied or summed up is not asked for what a cache lacks', () => {
  const kinds = ['client', 'service', 'cache', 'backup', 'data-warehouse', 'search-index'];
  const design = drawn(kinds, [{ id: 'ask', from: 'service', to: 'cache' }], [reads]);
  expect(connected(design, 'service', 'backup').edge).not.toHaveProperty('onMissOf');
  expect(connected(design, 'service', 'data-warehouse').edge).not.toHaveProperty('onMissOf');
  expect(connected(design, 'service', 'search-index').edge?.onMissOf).toBe('cache');
});

test('every assumption has words, and its values fill all of them', () => {
  const design = drawn(
    ['client', 'dns', 'service', 'stream', 'cache', 'sql-database', 'read-replica', 'backup'],
    [{ id: 'ask', from: 'service', to: 'cache' }],
  );
  const more = drawn(
    ['service', 'queue', 'dead-letter-queue', 'secret-manager', 'sql-database', 'read-replica'],
    [{ id: 'db', from: 'service', to: 'sql-database' }],
  );
  const all = [
    ...connectChanges(design, 'user', 'dns').assumptions,
    ...connectChanges(design, 'service', 'stream').assumptions,
    ...connectChanges(design, 'service', 'sql-database').assumptions,
    ...connectChanges(design, 'sql-database', 'read-replica').assumptions,
    ...connectChanges(design, 'sql-database', 'backup').assumptions,
    ...connectChanges(more, 'queue', 'dead-letter-queue').assumptions,
    ...connectChanges(more, 'service', 'secret-manager').assumptions,
    ...connectChanges(more, 'service', 'read-replica').assumptions,
  ];
  expect(new Set(all.map(({ key }) => key))).toEqual(new Set(Object.keys(assumptionTexts)));
  for (const { key, values } of all) {
    const names = [...assumptionTexts[key].matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(names.sort()).toEqual(Object.keys(values).sort());
  }
});
