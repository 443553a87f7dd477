import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { endsOf } from '../../../shared/catalog/ends';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design, Edge, Node, System } from '../../../shared/model/schema';
import { chainOf } from '../../bench/scene';
import { designs } from '../model/designs';

const changed = <T>(list: readonly T[] = [], at: number, change: Partial<T>): T[] =>
  list.map((item, i) => (i === at % list.length ? { ...item, ...change } : item));

/** Changes of what is where; parts that they leave alone stay the same objects. */
const moves: readonly ((system: System, at: number) => System)[] = [
  (system, at) => ({ ...system, nodes: system.nodes?.toSpliced(at % system.nodes.length, 1) ?? [] }),
  (system) => ({ ...system, nodes: system.nodes?.toReversed() ?? [] }),
  (system, at) => {
    const id = `new-${at}`;
    const others = (system.nodes ?? []).filter((node) => node.id !== id);
    return { ...system, nodes: [{ id, kind: 'service' }, ...others] };
  },
  (system) => ({ ...system, edges: system.edges?.toReversed() ?? [] }),
  (system, at) => ({ ...system, edges: system.edges?.toSpliced(at % (system.edges.length + 1), 1) ?? [] }),
  (system, at) => ({ ...system, edges: changed<Edge>(system.edges, at, { step: at }) }),
  (system, at) => ({ ...system, nodes: changed<Node>(system.nodes, at, { kind: 'shard' }) }),
  (system) => ({ ...system, flows: system.flows?.slice(1) ?? [] }),
];

/** A program of its own, which forgets each design before it is asked about the next. */
async function forgetful() {
  vi.resetModules();
  const { resolve: resolveAnew } = await import('../../../shared/catalog/resolve');
  return (design: Design) => {
    resolveAnew(chainOf(1));
    return resolveAnew(structuredClone(design));
  };
}

describe('a design resolved after another', () => {
  test('says what it says when it is resolved for the first time, whatever was moved, and where its edges end', async () => {
    const anew = await forgetful();
    fc.assert(
      fc.property(
        designs,
        fc.array(fc.tuple(fc.nat(moves.length - 1), fc.nat(20)), { maxLength: 8 }),
        (start, turns) => {
          let design: Design = start;
          for (const [move, at] of turns) {
            resolve(design);
            design = { ...design, system: moves[move]?.(design.system, at) ?? design.system };
            const resolved = resolve(design);
            expect(resolved).toEqual(anew(design));
            const { positionOf, from, to } = endsOf(resolved);
            expect(resolved.nodes.map(({ id }) => positionOf.get(id))).toEqual([...resolved.nodes.keys()]);
            expect(Array.from(from, (node) => resolved.nodes[node]?.id)).toEqual(
              resolved.edges.map((edge) => edge.from),
            );
            expect(Array.from(to, (node) => resolved.nodes[node]?.id)).toEqual(
              resolved.edges.map((edge) => edge.to),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('that was put together by hand says where its edges end, and −1 where they end nowhere', () => {
    const { nodes, ...rest } = resolve(chainOf(2));
    const cut = endsOf({ ...rest, nodes: nodes.slice(0, 2) });
    expect([[...cut.from], [...cut.to]]).toEqual([
      [0, 1],
      [1, -1],
    ]);
  });
});

describe('parts that say the same', () => {
  test('share what it comes to: a configuration, a list of flows, what the fields come from', () => {
    const { nodes, edges } = resolve({
      id: 'd',
      name: 'D',
      system: {
        flows: ['f', 'g', 'h'].map((id) => ({ id, kind: 'read', entry: 'a', rate: { rps: 1 } })),
        nodes: ['a', 'b', 'c', 'd'].map((id) => ({
          id,
          kind: 'service',
          config: { replicas: id === 'd' ? 4 : 3, cv: 0.5 },
        })),
        edges: ['b', 'c', 'd'].map((to) => ({
          id: to,
          from: 'a',
          to,
          flows: to === 'd' ? ['f'] : ['h', 'f'],
        })),
      },
    });
    expect(nodes[1]?.config).toBe(nodes[0]?.config);
    expect(nodes.map(({ config }) => config.replicas)).toEqual([3, 3, 3, 4]);
    expect(edges[1]?.flows).toBe(edges[0]?.flows);
    expect(edges.map(({ flows }) => flows)).toEqual([['f', 'h'], ['f', 'h'], ['f']]);
    expect(edges[2]?.basis).toBe(edges[0]?.basis);
  });
});
