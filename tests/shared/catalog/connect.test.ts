import { describe, expect, test } from 'vitest';
import { assumptionTexts, connectChanges } from '../../../shared/catalog/connect';
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
    expect(with_('key-value-store', 'Cassandra')?.protocol).toBe('cql');
    expect(with_('key-value-store', 'DynamoDB')).not.toHaveProperty('protocol');
  });

  test('asks DNS once in a hundred requests', () => {
    const { edge, assumptions } = connected(drawn(['client', 'dns']), 'user', 'dns');
    expect(edge).toMatchObject({ calls: 0.01, protocol: 'dns' });
    expect(assumptions.map((assumption) => assumption.key)).toContain('dns-lookups');
  });

  test('lets nobody wait for events into a stream, but for work into a queue', () => {
    expect(connected(drawn(['service', 'stream']), 'service', 'stream').edge?.mode).toBe('async');
    expect(connected(drawn(['service', 'queue']), 'service', 'queue').edge).not.toHaveProperty('mode');
    expect(connected(drawn(['client', 'stream']), 'user', 'stream').edge).not.toHaveProperty('mode');
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
    expect(edges.db?.onMissOf).toBe('cache');
    expect(edges.files?.onMissOf).toBe('cache');
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
    expect(edges.db).not.toHaveProperty('onMissOf');
    expect(edges.files?.onMissOf).toBe('cache');
  });

  test('a cache that is not asked for every read has no misses to give', () => {
    const design = drawn(kinds, [{ id: 'ask', from: 'service', to: 'cache', flows: [] }], [reads]);
    expect(connected(design, 'service', 'sql-database').edge).not.toHaveProperty('onMissOf');
  });
});

test('every assumption has words, and its values fill all of them', () => {
  const design = drawn(
    ['client', 'dns', 'service', 'stream', 'cache', 'sql-database'],
    [{ id: 'ask', from: 'service', to: 'cache' }],
  );
  const all = [
    ...connectChanges(design, 'user', 'dns').assumptions,
    ...connectChanges(design, 'service', 'stream').assumptions,
    ...connectChanges(design, 'service', 'sql-database').assumptions,
  ];
  expect(new Set(all.map(({ key }) => key))).toEqual(new Set(Object.keys(assumptionTexts)));
  for (const { key, values } of all) {
    const names = [...assumptionTexts[key].matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(names.sort()).toEqual(Object.keys(values).sort());
  }
});
