import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { busyDesign } from '../../../support/reference/busy-design';
import { nodeOf } from '../../../support/reference/calls';
import {
  type Comparison,
  compareFlows,
  compareNodes,
  compareRollup,
  comparison,
} from '../../../support/reference/compare';
import { compareSamples } from '../../../support/reference/compare-samples';
import { compareSections, drawsHolds } from '../../../support/reference/compare-sections';
import { hasPlaces, poolsOf } from '../../../support/reference/pools';
import { covered } from '../../../support/reference/sections';
import { trafficOf } from '../../../support/reference/traffic';

/** More designs, from another seed on, or larger samples of more of them: `REFERENCE_DESIGNS=500 REFERENCE_SEED=1000`. */
const designs = Number(process.env['REFERENCE_DESIGNS'] ?? 30);
const firstSeed = Number(process.env['REFERENCE_SEED'] ?? 1);
const visits = Number(process.env['REFERENCE_VISITS'] ?? 20_000);
const sampled = Number(process.env['REFERENCE_SAMPLED'] ?? 8);

function compared(seed: number, withSamples: boolean): Comparison {
  const design = busyDesign(seed);
  const isDrawn =
    design !== null &&
    drawsHolds(design, (id) => hasPlaces(nodeOf(design, id), poolsOf(design, nodeOf(design, id))));
  const to = comparison(isDrawn ? 0.03 : 1e-6);
  const result =
    design === null ? null : analyze(design, { percentiles: withSamples || covered.has('completion') });
  if (design === null || result === null) return to;
  if (!result.ok) {
    to.same('errors', JSON.stringify(result.errors), 'none');
    return to;
  }
  const countsCopies = covered.has('bytes');
  const traffic = trafficOf(design, 1, { countsCopies, samples: 4000 });
  compareNodes(to, design, result.analysis, traffic);
  compareRollup(to, design, result.analysis, traffic);
  compareFlows(to, design, result.analysis, traffic, { countsCopies, isDrawn });
  compareSections(to, design, result.analysis, traffic, covered);
  if (withSamples) compareSamples(to, design, result.analysis, traffic, { seed, visits });
  return to;
}

/** Seeds of designs whose loops do not gain and that have something to do. */
function seedsFrom(first: number, count: number): readonly number[] {
  const seeds: number[] = [];
  for (let seed = first; seeds.length < count; seed += 1) if (busyDesign(seed) !== null) seeds.push(seed);
  return seeds;
}

describe('the engine and a slow implementation of the same text agree on random designs', () => {
  test.each(seedsFrom(firstSeed, designs).map((seed, i) => ({ seed, withSamples: i < sampled })))(
    'of seed $seed (samples of its times: $withSamples)',
    ({ seed, withSamples }) => {
      const { disagreements, compared: count } = compared(seed, withSamples);
      expect(count).toBeGreaterThan(50);
      expect(disagreements).toEqual([]);
    },
  );
});
