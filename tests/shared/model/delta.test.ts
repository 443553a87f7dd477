import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDelta, bytesOf, deltaBetween } from '../../../shared/model/delta';
import { randomDesign } from '../../support/random-design';

describe('a delta', () => {
  test('leads from one design to another and back, with the order of lists and records', () => {
    fc.assert(
      fc.property(randomDesign({ placed: true }), randomDesign({ placed: true }), (before, after) => {
        const delta = deltaBetween(before, after);
        if (delta === null) return;
        expect(JSON.stringify(applyDelta(before, delta, 'forward'))).toBe(JSON.stringify(after));
        expect(JSON.stringify(applyDelta(after, delta, 'backward'))).toBe(JSON.stringify(before));
      }),
      { numRuns: 200 },
    );
  });

  test('is null between a value and itself', () => {
    const value = { list: [1] };
    expect(deltaBetween(value, value)).toBeNull();
    expect(deltaBetween(value, { ...value })).toBeNull();
  });

  const nodes = Array.from({ length: 5 }, (_, at) => ({ id: `n${at}` }));

  test('of a list refers to the replaced members alone', () => {
    const renamed = { id: 'n2', name: 'API' };
    expect(deltaBetween(nodes, nodes.with(2, renamed))).toEqual({
      kind: 'members',
      members: [{ at: 2, before: { id: 'n2' }, after: renamed }],
    });
  });

  test('of a list that grows refers to what is new alone', () => {
    expect(deltaBetween(nodes, nodes.toSpliced(3, 0, { id: 'x' }))).toEqual({
      kind: 'run',
      at: 3,
      before: [],
      after: [{ id: 'x' }],
    });
  });

  test('keeps the parts that do not differ as the same objects', () => {
    const before = { system: { nodes }, layout: { nodes: { n1: { x: 0, y: 0 } } } };
    const after = { ...before, layout: { nodes: { n1: { x: 5, y: 0 } } } };
    const delta = deltaBetween(before, after);
    expect(delta === null ? null : applyDelta(after, delta, 'backward').system).toBe(before.system);
  });

  test('takes a member called __proto__ as any other', () => {
    const before = JSON.parse('{"layout":{"nodes":{"__proto__":{"x":1,"y":1},"a":{"x":2,"y":2}}}}') as object;
    const after = JSON.parse('{"layout":{"nodes":{"a":{"x":2,"y":2}}}}') as object;
    const delta = deltaBetween(before, after);
    expect(delta === null ? '' : JSON.stringify(applyDelta(after, delta, 'backward'))).toBe(
      JSON.stringify(before),
    );
  });

  test('counts an image that is moved without its bytes, and one that is removed with them', () => {
    const image = 'x'.repeat(1_000_000);
    const before = [{ id: 'i', image, x: 0 }];
    const moved = deltaBetween(before, [{ id: 'i', image, x: 8 }]);
    const removed = deltaBetween(before, []);
    expect(moved === null ? 0 : bytesOf(moved)).toBeLessThan(1_000);
    expect(removed === null ? 0 : bytesOf(removed)).toBeGreaterThan(2_000_000);
  });
});
