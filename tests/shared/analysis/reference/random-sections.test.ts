import { describe, expect, test } from 'vitest';
import type { ResolvedDesign } from '../../../../shared/catalog/resolved';
import { layerIds } from '../../../../shared/model/vocabulary';
import { busyDesign } from '../../../support/reference/busy-design';
import { entryOf } from '../../../support/reference/calls';
import { drawsHolds } from '../../../support/reference/compare-sections';
import { costOf, totalOf } from '../../../support/reference/cost';
import { hasParallelSteps, servedShareOf } from '../../../support/reference/flow-figures';
import { hasPlaces, poolsOf } from '../../../support/reference/pools';
import { hopMeanOf, layerMeanOf } from '../../../support/reference/rollup';
import { type Section, sections } from '../../../support/reference/sections';
import { trafficOf } from '../../../support/reference/traffic';

const all: ReadonlySet<Section> = new Set(sections);
const placedIn = (design: ResolvedDesign) =>
  new Set(design.nodes.filter((node) => hasPlaces(node, poolsOf(design, node))).map(({ id }) => id));

/** Random designs with all that the second edition adds. */
const designs = Array.from({ length: 12 }, (_, seed) => ({ seed, design: busyDesign(seed + 1, all) }))
  .flatMap(({ seed, design }) => (design === null ? [] : [{ seed, design }]))
  .filter(({ design }) => !drawsHolds(design, (id) => placedIn(design).has(id)));

describe('the reference agrees with itself on designs of the second edition', () => {
  test('of which there are several, with places in some', () => {
    expect(designs.length).toBeGreaterThan(5);
    expect(designs.filter(({ design }) => placedIn(design).size > 0).length).toBeGreaterThan(2);
  });

  test.each(designs)('of seed $seed', ({ design }) => {
    const traffic = trafficOf(design, 1, { countsCopies: true, samples: 0 });
    for (const { id } of design.nodes) {
      const station = traffic.station(id);
      if (station === null) continue;
      const passed = traffic.passed(id);
      expect(passed).toBeGreaterThan(0);
      expect(passed).toBeLessThanOrEqual(1);
      // Nothing passes more than its places complete at the loads of the second pass.
      if (station.placesUtilization !== null)
        expect(station.offeredRps * passed).toBeLessThanOrEqual(station.placesRps * (1 + 1e-6));
    }
    for (const flow of design.flows) {
      const mean = traffic.time(flow.id, entryOf(flow))?.mean ?? null;
      const served = servedShareOf(design, flow, traffic);
      expect(served).toBeGreaterThanOrEqual(0);
      expect(served).toBeLessThanOrEqual(1);
      if (mean === null || hasParallelSteps(design, flow)) continue;
      // The identity of the rollup: layers and hops by visits, the mean by the steps of each visit.
      const layers = layerIds.reduce((sum, layer) => sum + layerMeanOf(design, flow, traffic, layer), 0);
      const hops = layerIds.reduce(
        (sum, from) => layerIds.reduce((total, to) => total + hopMeanOf(design, flow, from, to), sum),
        0,
      );
      expect(layers + hops).toBeCloseTo(mean, 6);
    }
    for (const node of design.nodes) expect(totalOf(costOf(design, node))).toBeGreaterThanOrEqual(0);
  });
});
