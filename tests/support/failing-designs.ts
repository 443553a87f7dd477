import fc from 'fast-check';
import type { ResolvedDesign, ResolvedEdge } from '../../shared/catalog/resolved';
import type { Behaviour } from '../../shared/model/vocabulary';
import { designOf } from './resolved';

const behaviours: readonly Behaviour[] = [
  'station',
  'station',
  'distributor',
  'distributor',
  'inline-cache',
  'aside-cache',
  'store',
  'pass-through',
  'buffer',
];

/** Designs of up to twelve parts: shared ones, zones, regions, failover, health checks, fallbacks, caches, loops of little gain. */
export const failingDesigns = failingDesignsOf({ nodes: [1, 11], edges: [0, 18] });

/** Few parts that call each other by many edges. */
export const denseFailingDesigns = failingDesignsOf({ nodes: [2, 6], edges: [10, 18] });

interface Sizes {
  readonly nodes: readonly [least: number, most: number];
  readonly edges: readonly [least: number, most: number];
}

function failingDesignsOf(sizes: Sizes): fc.Arbitrary<ResolvedDesign> {
  return fc
    .record({
      nodes: fc.array(
        fc.record({
          behaviour: fc.constantFrom(...behaviours),
          instanceAvailability: fc.constantFrom(1, 0.9, 0.7, 0.5),
          place: fc.constantFrom(null, null, 'z1', 'z2', 'r1'),
          multiZone: fc.boolean(),
          failover: fc.boolean(),
          geo: fc.boolean(),
          hitRate: fc.constantFrom(0, 0.5, 0.9, 1),
          healthChecks: fc.constantFrom(undefined, 'self' as const, 'dependencies' as const),
        }),
        { minLength: sizes.nodes[0], maxLength: sizes.nodes[1], size: 'max' },
      ),
      edges: fc.array(
        fc.record({
          from: fc.nat(),
          to: fc.nat(),
          back: fc.boolean(),
          calls: fc.constantFrom(1, 1, 1, 0.5, 2, 2.25),
          choice: fc.boolean(),
          weight: fc.constantFrom(1, 1, 2, 3, 0),
          optional: fc.constantFrom(false, false, false, true),
          isAsync: fc.constantFrom(false, false, false, true),
          miss: fc.boolean(),
          fallback: fc.constantFrom(false, false, false, true),
        }),
        { minLength: sizes.edges[0], maxLength: sizes.edges[1], size: 'max' },
      ),
      kind: fc.constantFrom('read' as const, 'write' as const),
      loops: fc.boolean(),
    })
    .map(({ nodes, edges, kind, loops }) => {
      const ids = ['u', ...nodes.map((_, i) => `n${i}`)];
      const distributes = (id: string) => nodes[ids.indexOf(id) - 1]?.behaviour === 'distributor';
      const sketches: Record<string, Partial<ResolvedEdge>> = {};
      edges.forEach(({ from, to, back, calls, choice, weight, optional, isAsync, miss, fallback }, i) => {
        const a = from % ids.length;
        const isBack = loops && back && i % 6 === 0;
        const b = isBack ? to % (a + 1) : a + 1 + (to % Math.max(1, ids.length - a - 1));
        if (b <= 0 || b >= ids.length) return;
        const caller = ids[a] ?? 'u';
        const cache = ids.find(
          (id, at) =>
            nodes[at - 1]?.behaviour === 'aside-cache' &&
            Object.keys(sketches).some((key) => key.startsWith(`${caller} -> ${id} `)),
        );
        const first = Object.entries(sketches).findIndex(
          ([key, sketch]) => key.startsWith(`${caller} -> `) && sketch.fallbackOf === undefined,
        );
        sketches[`${caller} -> ${ids[b]} #${i}`] = {
          ...(fallback && !isBack && first >= 0 && { fallbackOf: `e${first}` }),
          calls: isBack ? 0.1 : calls,
          choice: distributes(caller) ? true : choice,
          weight,
          optional,
          mode: isAsync || nodes[a - 1]?.behaviour === 'buffer' ? 'async' : 'sync',
          onMissOf: miss && cache !== undefined && cache !== ids[b] ? cache : null,
        };
      });
      return designOf({
        nodes: {
          u: { behaviour: 'source', region: 'r1' },
          ...Object.fromEntries(
            nodes.map(
              (
                { behaviour, instanceAvailability, place, multiZone, failover, geo, hitRate, healthChecks },
                i,
              ) => [
                `n${i}`,
                {
                  behaviour,
                  zone: place === 'r1' ? null : place,
                  region: place === null ? null : place === 'z2' ? 'r2' : 'r1',
                  config: {
                    instanceAvailability,
                    multiZone,
                    failover,
                    hitRate,
                    algorithm: geo ? ('geo' as const) : ('random' as const),
                    other: healthChecks === undefined ? {} : { healthChecks },
                  },
                },
              ],
            ),
          ),
        },
        groups: [
          { id: 'r1', kind: 'region', name: 'r1', parent: null, availability: 0.8, jurisdiction: null },
          { id: 'r2', kind: 'region', name: 'r2', parent: null, availability: 0.75, jurisdiction: null },
          { id: 'z1', kind: 'zone', name: 'z1', parent: 'r1', availability: 0.85, jurisdiction: null },
          { id: 'z2', kind: 'zone', name: 'z2', parent: 'r2', availability: 0.6, jurisdiction: null },
        ],
        edges: sketches,
        flows: { f: { entry: 'u', kind, rateRps: 1e-6 } },
      });
    });
}
