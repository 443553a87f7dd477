import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import { copyFragment, insertable } from '../../../shared/model/fragment';
import { parseDesign } from '../../../shared/model/parse';
import { edgeStyles, sides } from '../../../shared/model/vocabulary';
import { designs } from './designs';

const ids = ['n0', 'n1', 'n2', 'n3', 'e0', 'e1', 'f0', 'f1', 'g0', 'g1', 'm0', 'new', 'nobody'];
const id = fc.constantFrom(...ids);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const point = fc.record({ x: fc.integer(), y: fc.integer() });
const box = fc.record({ x: fc.integer(), y: fc.integer(), width: fc.nat(), height: fc.nat() });

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ op: fc.constant('rename-design' as const), name: fc.string() }),
  fc.record({
    op: fc.constant('patch-workload' as const),
    patch: fc.record({ dailyActiveUsers: maybe(fc.nat()) }),
  }),
  fc.record({
    op: fc.constant('add-node' as const),
    node: fc.record({ id, kind: fc.constant('service'), group: id }),
    at: point,
  }),
  fc.record({ op: fc.constant('add-node' as const), node: fc.record({ id, kind: fc.constant('service') }) }),
  fc.record({
    op: fc.constant('patch-node' as const),
    id,
    patch: fc.record({ group: maybe(id), name: maybe(fc.string()) }),
  }),
  fc.record({
    op: fc.constant('answer' as const),
    practice: fc.constantFrom('logs', 'traces'),
    answer: fc.constantFrom('yes' as const, 'no' as const, 'n/a' as const, null),
  }),
  fc.record({
    op: fc.constant('suppress' as const),
    suppression: fc.record({ rule: fc.constantFrom('saturated', 'orphan'), target: id, reason: fc.string() }),
  }),
  fc.record({ op: fc.constant('unsuppress' as const), rule: fc.constant('saturated'), target: id }),
  fc.record({
    op: fc.constant('patch-config' as const),
    id,
    patch: fc.record({
      replicasPerShard: maybe(fc.integer({ min: 1, max: 5 })),
      readQuorum: maybe(fc.integer({ min: 1, max: 5 })),
      hitRates: maybe(fc.dictionary(id, fc.constant(0.5), { maxKeys: 2 })),
    }),
  }),
  fc.record({
    op: fc.constant('add-edge' as const),
    edge: fc.record(
      { id, from: id, to: id, onMissOf: id, fallbackOf: id, flows: fc.array(id, { maxLength: 2 }) },
      { requiredKeys: ['id', 'from', 'to'] },
    ),
  }),
  fc.record({
    op: fc.constant('patch-edge' as const),
    id,
    patch: fc.record({
      from: id,
      onMissOf: maybe(id),
      fallbackOf: maybe(id),
      flows: maybe(fc.array(id, { maxLength: 2 })),
    }),
  }),
  fc.record({
    op: fc.constant('add-flow' as const),
    flow: fc.record({
      id,
      kind: fc.constant('read' as const),
      entry: id,
      rate: fc.record({ rps: fc.nat(), share: fc.constant(1) }, { requiredKeys: [] }),
    }),
  }),
  fc.record({
    op: fc.constant('patch-flow' as const),
    id,
    patch: fc.record({ entry: maybe(id), rate: maybe(fc.record({ share: fc.constant(0.5) })) }),
  }),
  fc.record({
    op: fc.constant('add-group' as const),
    group: fc.record({ id, kind: fc.constant('zone' as const), parent: id }),
    box,
  }),
  fc.record({ op: fc.constant('patch-group' as const), id, patch: fc.record({ parent: maybe(id) }) }),
  fc.record({ op: fc.constant('add-mark' as const), mark: fc.record({ id, kind: fc.constant('note') }) }),
  fc.record({
    op: fc.constant('place' as const),
    places: fc.dictionary(id, point),
    boxes: fc.dictionary(id, box),
  }),
  fc.record({ op: fc.constant('route' as const), id, points: maybe(fc.array(point)) }),
  fc.record({
    op: fc.constant('patch-route' as const),
    id,
    patch: fc.record({
      fromSide: maybe(fc.constantFrom(...sides)),
      style: maybe(fc.constantFrom(...edgeStyles)),
    }),
  }),
  fc.record({
    op: fc.constant('patch-brief' as const),
    patch: fc.record({ problem: maybe(fc.string()), useCases: maybe(fc.array(fc.string())) }),
  }),
  fc.record({
    op: fc.constant('write-section' as const),
    section: fc.constantFrom('estimates', '__proto__', 'goals'),
    text: maybe(fc.string()),
  }),
  fc.record({
    op: fc.constant('put-written' as const),
    list: fc.constantFrom('apis' as const, 'entities' as const, 'decisions' as const),
    entry: fc.record({ id }),
  }),
  fc.record({
    op: fc.constant('remove-written' as const),
    list: fc.constantFrom('apis' as const, 'entities' as const, 'decisions' as const),
    id,
  }),
  fc.record({ op: fc.constant('edge-style' as const), style: maybe(fc.constantFrom(...edgeStyles)) }),
  fc.record({ op: fc.constant('remove' as const), ids: fc.array(id, { maxLength: 3 }) }),
);

describe('any changes of any sound design', () => {
  test('leave it sound', () => {
    fc.assert(
      fc.property(designs, fc.array(changes, { maxLength: 12 }), (design, list) => {
        const result = parseDesign(JSON.parse(JSON.stringify(applyChanges(design, list))));
        expect(result.ok ? [] : result.problems).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('do not change the design that they are applied to', () => {
    fc.assert(
      fc.property(designs, fc.array(changes, { maxLength: 6 }), (design, list) => {
        const before = JSON.stringify(design);
        applyChanges(design, list);
        expect(JSON.stringify(design)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  test('done twice over change nothing the second time, where they only patch and place', () => {
    const settling = changes.filter(({ op }) => op.startsWith('patch') || op === 'place' || op === 'route');
    fc.assert(
      fc.property(designs, settling, (design, change) => {
        const once = applyChanges(design, [change]);
        expect(applyChanges(once, [change])).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any copy of any sound design', () => {
  test('can be pasted into any other, with free ids and nothing dangling', () => {
    fc.assert(
      fc.property(designs, designs, fc.subarray(['n0', 'n1', 'n2', 'g0', 'm0']), (source, target, copied) => {
        const fragment = insertable(target, copyFragment(source, copied), { x: 20, y: 20 });
        const pasted = applyChanges(target, [{ op: 'insert', fragment }]);
        const result = parseDesign(JSON.parse(JSON.stringify(pasted)));
        expect(result.ok ? [] : result.problems).toEqual([]);
        const count = (list: readonly unknown[] | undefined) => list?.length ?? 0;
        expect(count(pasted.system.nodes)).toBe(count(target.system.nodes) + fragment.nodes.length);
        expect(count(pasted.system.edges)).toBe(count(target.system.edges) + fragment.edges.length);
        expect(count(pasted.system.flows)).toBe(count(target.system.flows) + fragment.flows.length);
        expect(count(pasted.system.groups)).toBe(count(target.system.groups) + fragment.groups.length);
      }),
      { numRuns: 300 },
    );
  });
});
