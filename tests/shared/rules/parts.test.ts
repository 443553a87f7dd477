import { expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { callersFirst } from '../../../shared/rules/facts/callers-first';
import { nodesOfKind, nodesSaying } from '../../../shared/rules/facts/nodes';
import { type Part, partSet, partsOf, walkFrom } from '../../../shared/rules/facts/parts';
import { flowsAt, pathsOf } from '../../../shared/rules/facts/paths';
import { sketch } from '../../../shared/rules/sketch';

const kinds = {
  user: 'client',
  api: 'service',
  jobs: 'queue',
  runner: 'worker',
  db: 'sql-database',
} as const;
const design = resolve(
  sketch(kinds, 'user -> api -> db, api ~> jobs -> runner', {
    flows: { reads: {}, orders: { kind: 'write' } },
    edges: { 'api -> jobs': { flows: ['orders'] }, 'api -> db': { calls: 0 } },
    config: { api: { autoscaleMax: 100 } },
  }),
);
const idsOf = (parts: readonly Part[]): readonly string[] => parts.map(({ node }) => node.id);

test('a part has its calls and its callers, with the flows that they carry', () => {
  const { byId, calls } = partsOf(design);
  const api = byId.get('api');
  expect(calls.map(({ edge }) => edge.id)).toEqual(design.edges.map(({ id }) => id));
  expect(api?.calls.map(({ to }) => to.node.id)).toEqual(['db', 'jobs']);
  expect(api?.callers.map(({ from }) => from.node.id)).toEqual(['user']);
  // An edge of no calls carries nothing; the other lets the second flow through alone.
  expect(api?.calls.map(({ carries }) => [...carries])).toEqual([
    [0, 0],
    [0, 1],
  ]);
  expect(api?.calls.map(({ waits }) => waits)).toEqual([false, false]);
});

test('a walk meets each part once, the nearest first, and a set knows its members by id', () => {
  const parts = partsOf(design);
  const user = parts.all.filter(({ node }) => node.id === 'user');
  const reached = walkFrom(parts, [...user, ...user], () => true);
  expect(idsOf(reached)).toEqual(['user', 'api', 'db', 'jobs', 'runner']);
  const some = partSet(parts, user);
  expect([some.has('user'), some.has('api'), some.has('nobody')]).toEqual([true, false, false]);
});

test('a flow reaches what its calls lead to, and a node is asked by the flows that reach it', () => {
  expect(pathsOf(design).map(({ reached }) => idsOf(reached.parts))).toEqual([
    ['user', 'api'],
    ['user', 'api', 'jobs', 'runner'],
  ]);
  const at = (id: string) => flowsAt(design, id).map(({ flow }) => flow.id);
  expect([at('api'), at('runner'), at('db')]).toEqual([['reads', 'orders'], ['orders'], []]);
});

test('callers come before those that they wait for, and calls in a circle have no such order', () => {
  const order = idsOf(callersFirst(resolve(sketch(kinds, 'api -> db, user -> api'))) ?? []);
  expect(order.indexOf('user')).toBeLessThan(order.indexOf('api'));
  expect(order.indexOf('api')).toBeLessThan(order.indexOf('db'));
  expect(order).toHaveLength(5);
  expect(callersFirst(resolve(sketch(kinds, 'user -> api -> runner, runner -> api')))).toBeNull();
});

test('nodes are found by their kind and by what they say', () => {
  expect(nodesOfKind(design, 'worker').map(({ id }) => id)).toEqual(['runner']);
  expect(nodesOfKind(design, 'dns')).toEqual([]);
  expect(nodesSaying(design, 'autoscaleMax').map(({ id }) => id)).toEqual(['api']);
  expect(nodesSaying(design, 'residency')).toEqual([]);
});
