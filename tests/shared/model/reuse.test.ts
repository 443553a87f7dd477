import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reuse } from '../../../shared/model/reuse';
import { designs } from './designs';

describe('what a copy shares with what it was copied from', () => {
  test('is all of it where nothing was changed', () => {
    fc.assert(
      fc.property(designs, (design) => {
        expect(reuse(design, structuredClone(design))).toBe(design);
      }),
    );
  });

  test('is everything but the node that was changed and what it stands in', () => {
    const before = {
      id: 'd',
      nodes: [
        { id: 'a', n: { r: 1 } },
        { id: 'b', n: { r: 2 } },
      ],
      edges: [{ id: 'e' }],
    };
    const copy = structuredClone(before);
    const after = {
      ...copy,
      nodes: copy.nodes.map((node) => (node.id === 'b' ? { id: 'b', n: { r: 3 } } : node)),
    };
    const found = reuse(before, after);
    expect(found).toEqual(after);
    expect(found.nodes[0]).toBe(before.nodes[0]);
    expect(found.edges).toBe(before.edges);
    expect(found.nodes[1]).not.toBe(before.nodes[1]);
  });

  test('is found by id where parts were put in, taken out or moved', () => {
    const [a, b, c] = [
      { id: 'a', x: [1] },
      { id: 'b', x: [2] },
      { id: 'c', x: [3] },
    ];
    const found = reuse([a, b, c], structuredClone([c, { id: 'd', x: [4] }, a]));
    expect(found).toEqual([c, { id: 'd', x: [4] }, a]);
    expect(found[0]).toBe(c);
    expect(found[2]).toBe(a);
  });

  test('never changes what is said', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(reuse(before, structuredClone(after))).toEqual(after);
      }),
    );
    expect(Object.keys(reuse({}, JSON.parse('{"__proto__":{}}') as object))).toEqual(['__proto__']);
  });
});
