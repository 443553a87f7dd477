import { expect, test } from 'vitest';
import { parseDesign } from '../../../shared/model/parse';
import { edgesOf, flowsOf, nodesOf } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';

test('a chain of arrows becomes nodes in the order of the parts and edges named by their ends', () => {
  const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db');
  expect(nodesOf(design)).toEqual([
    { id: 'user', kind: 'client' },
    { id: 'api', kind: 'service' },
    { id: 'db', kind: 'sql-database' },
  ]);
  expect(edgesOf(design)).toEqual([
    { id: 'user-api', from: 'user', to: 'api' },
    { id: 'api-db', from: 'api', to: 'db' },
  ]);
});

test('a client starts a read flow of 1 000 rps unless flows are given', () => {
  expect(flowsOf(sketch({ user: 'client' }, ''))).toEqual([
    { id: 'reads', name: 'Reads', kind: 'read', entry: 'user', rate: { rps: 1000 } },
  ]);
  const given = sketch({ user: 'client' }, '', { flows: { orders: { kind: 'write', rps: 20 } } });
  expect(flowsOf(given)).toEqual([
    { id: 'orders', name: 'Orders', kind: 'write', entry: 'user', rate: { rps: 20 } },
  ]);
});

test('parts of one kind are distinguished by name, a part that is the only one is called after its kind', () => {
  const design = sketch({ user: 'client', orders: 'service', stock: 'service' }, 'user -> orders -> stock');
  expect(nodesOf(design).map(({ name }) => name)).toEqual([undefined, 'Orders', 'Stock']);
});

test('a wavy arrow does not wait, and options add to a node and to an arrow by name', () => {
  const design = sketch({ api: 'service', jobs: 'queue' }, 'api ~> jobs', {
    config: { api: { replicas: 3 } },
    nodes: { api: { name: 'Orders' } },
    edges: { 'api -> jobs': { calls: 0.5 } },
  });
  expect(edgesOf(design)).toEqual([{ id: 'api-jobs', from: 'api', to: 'jobs', mode: 'async', calls: 0.5 }]);
  expect(nodesOf(design)[0]).toEqual({ id: 'api', kind: 'service', name: 'Orders', config: { replicas: 3 } });
});

test('two arrows between the same ends have ids of their own', () => {
  const design = sketch({ a: 'service', b: 'service' }, 'a -> b, a -> b');
  expect(edgesOf(design).map(({ id }) => id)).toEqual(['a-b', 'a-b-2']);
});

test('an arrow to a part that is not there is refused when the design is read', () => {
  expect(parseDesign(sketch({ a: 'service' }, 'a -> nowhere'))).toMatchObject({ ok: false });
});
