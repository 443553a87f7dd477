import fc from 'fast-check';
import type { Design } from '../../shared/model/schema';

const kinds = [
  'client',
  'dns',
  'cdn',
  'load-balancer',
  'service',
  'worker',
  'cache',
  'queue',
  'sql-database',
  'key-value-store',
  'custom',
] as const;

interface Shape {
  readonly maxNodes?: number;
  readonly placed?: boolean;
}

/** Sound designs of any shape: loops, edges to itself, groups in groups, with and without places. */
export function randomDesign({ maxNodes = 14, placed = false }: Shape = {}): fc.Arbitrary<Design> {
  const index = fc.nat({ max: 1000 });
  return fc
    .record({
      nodes: fc.array(
        fc.record({
          kind: fc.constantFrom(...kinds),
          name: fc.string({ maxLength: 24 }),
          group: fc.option(index),
          x: fc.integer({ min: -3000, max: 3000 }),
          y: fc.integer({ min: -2000, max: 2000 }),
        }),
        { minLength: 1, maxLength: maxNodes },
      ),
      edges: fc.array(fc.record({ from: index, to: index, isAsync: fc.boolean() }), {
        maxLength: 2 * maxNodes,
      }),
      groups: fc.array(fc.option(index), { maxLength: 5 }),
      flows: fc.array(index, { maxLength: 3 }),
    })
    .map(({ nodes, edges, groups, flows }) => ({
      format: 'loadline',
      version: 1,
      id: 'random',
      name: 'Random',
      system: {
        nodes: nodes.map(({ kind, name, group }, i) => ({
          id: `n${i}`,
          kind,
          name,
          ...(group === null || groups.length === 0 ? {} : { group: `g${group % groups.length}` }),
        })),
        edges: edges.map(({ from, to, isAsync }, i) => ({
          id: `e${i}`,
          from: `n${from % nodes.length}`,
          to: `n${to % nodes.length}`,
          ...(isAsync ? { mode: 'async' as const } : {}),
        })),
        // A group's parent is before it in the list, so that none is in itself.
        groups: groups.map((parent, i) => ({
          id: `g${i}`,
          kind: 'zone' as const,
          ...(parent === null || i === 0 ? {} : { parent: `g${parent % i}` }),
        })),
        flows: flows.map((entry, i) => ({
          id: `f${i}`,
          kind: 'read' as const,
          entry: `n${entry % nodes.length}`,
          rate: { rps: 100 },
        })),
      },
      ...(placed
        ? { layout: { nodes: Object.fromEntries(nodes.map(({ x, y }, i) => [`n${i}`, { x, y }])) } }
        : {}),
    }));
}
