import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedSuccess, mostWorkOf } from '../../../../shared/analysis/availability/expected-success';
import { type FlowParts, flowPartsOf } from '../../../../shared/analysis/availability/flow-parts';
import { availabilitiesOf } from '../../../../shared/analysis/availability/flows';
import { loadDesign } from '../../../../shared/analysis/load-design';
import type { ResolvedDesign } from '../../../../shared/catalog/resolved';
import { failingDesigns } from '../../../support/failing-designs';
import { seeded } from '../../../support/reference/seeded';
import { designOf, type EdgeSketch, type NodeSketch } from '../../../support/resolved';

/** What the first flow of a design can fail on; null where its visits have no solution. */
function partsIn(design: ResolvedDesign): FlowParts | null {
  const result = loadDesign(design);
  if (!result.ok) return null;
  const { graph, model, loads } = result.loaded;
  const traffic = model.traffics[0];
  if (traffic === undefined || traffic.entry < 0) return null;
  return flowPartsOf(graph, traffic, availabilitiesOf(graph, loads.nodes));
}

/** Nodes in a row, each called by one shortly before it and by others, by a part of their visits. */
function meshOf(count: number, seed: number): ResolvedDesign {
  const random = seeded(seed);
  const nodes: Record<string, NodeSketch> = { u: { behaviour: 'source' } };
  const edges: Record<string, EdgeSketch> = { 'u -> n0': {} };
  for (let i = 0; i < count; i++) {
    nodes[`n${i}`] = { config: { instanceAvailability: 0.999, multiZone: true } };
    for (let caller = Math.max(0, i - 4); caller < i; caller++)
      if (caller === i - 1 || random() < 0.4) edges[`n${caller} -> n${i}`] = { calls: 0.4 };
  }
  return designOf({ nodes, edges, flows: { f: { entry: 'u', rateRps: 1e-6 } } });
}

const without = { exactly: 0, singly: Number.POSITIVE_INFINITY, together: Number.POSITIVE_INFINITY };
const unbounded = { exactly: Number.POSITIVE_INFINITY, singly: 0, together: 0 };

describe('success over the states of the components', () => {
  test('is the same as by factoring where all states that matter are gone through', () => {
    let compared = 0;
    fc.assert(
      fc.property(failingDesigns, (design) => {
        const parts = partsIn(design);
        fc.pre(parts !== null && parts.chance.length <= 10);
        compared += parts.chance.length > 1 ? 1 : 0;
        expect(
          Math.abs(expectedSuccess(parts, without) - expectedSuccess(parts, mostWorkOf(1, 16))),
        ).toBeLessThan(1e-9);
      }),
      { numRuns: 400, seed: Number(process.env['SEED'] ?? 7) },
    );
    expect(compared).toBeGreaterThan(5);
  }, 60_000);

  test('is as good as exact where components are seldom down and the work for the exact way is too much', () => {
    for (const seed of [1, 2, 3]) {
      const parts = partsIn(meshOf(16, seed));
      if (parts === null) throw new Error('not analysed');
      const exact = expectedSuccess(parts, unbounded);
      const found = expectedSuccess(parts, { ...mostWorkOf(1, 16), exactly: 0 });
      expect(Math.abs(found - exact)).toBeLessThan(1e-4 * (1 - exact));
      // Components drawn anew at each visit would be off by far more.
      const anew = expectedSuccess(parts, { exactly: 0, singly: 0, together: 0 });
      expect(Math.abs(anew - exact)).toBeGreaterThan(1e-2 * (1 - exact));
    }
  }, 60_000);
});
