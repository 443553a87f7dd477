import { describe, expect, test } from 'vitest';
import { reachOf } from '../../../shared/diagram/reach';
import { designOf } from '../../support/resolved';

const design = designOf({
  nodes: { u: { behaviour: 'source' }, a: {}, b: {}, c: {}, d: {} },
  edges: { 'u -> a': {}, 'a -> b': {}, 'a -> c': {}, 'b -> d': {}, 'c -> d': {} },
  flows: { f: { entry: 'u', rateRps: 1 } },
});

describe('what a part reaches', () => {
  test('upstream are its callers and theirs', () => {
    const { nodes, edges } = reachOf(design, 'b', 'upstream');
    expect([...nodes].sort()).toEqual(['a', 'u']);
    expect([...edges].sort()).toEqual(['e0', 'e1']);
  });

  test('downstream is what it calls, and all calls to it on the way', () => {
    const { nodes, edges } = reachOf(design, 'a', 'downstream');
    expect([...nodes].sort()).toEqual(['b', 'c', 'd']);
    expect(edges.size).toBe(4);
  });

  test('nothing is upstream of where requests start', () =>
    expect(reachOf(design, 'u', 'upstream')).toEqual({ nodes: new Set(), edges: new Set() }));

  test('a loop ends, and leads back to the part', () => {
    const loop = designOf({
      nodes: { a: {}, b: {} },
      edges: { 'a -> b': {}, 'b -> a': {} },
      flows: {},
    });
    expect([...reachOf(loop, 'a', 'downstream').nodes].sort()).toEqual(['a', 'b']);
  });
});
