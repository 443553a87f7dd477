import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { busyDesign } from '../../../support/reference/busy-design';
import {
  type Comparison,
  compareFlows,
  compareNodes,
  compareRollup,
  comparison,
} from '../../../support/reference/compare';
import { compareSamples } from '../../../support/reference/compare-samples';
import { trafficOf } from '../../../support/reference/traffic';

/** More designs, from another seed on, or with larger samples: `REFERENCE_DESIGNS=500 REFERENCE_SEED=1000`. */
const designs = Number(process.env.REFERENCE_DESIGNS ?? 30);
const firstSeed = Number(process.env.REFERENCE_SEED ?? 1);
const visits = Number(process.env.REFERENCE_VISITS ?? 20_000);

function compared(seed: number, percentiles: boolean): Comparison | null {
  const design = busyDesign(seed);
  if (design === null) return null;
  const result = analyze(design, { percentiles });
  const to = comparison();
  if (!result.ok) {
    to.same('errors', JSON.stringify(result.errors), 'none');
    return to;
  }
  const traffic = trafficOf(design);
  compareNodes(to, design, result.analysis, traffic);
  compareRollup(to, design, result.analysis, traffic);
  compareFlows(to, design, result.analysis, traffic);
  if (percentiles) compareSamples(to, design, result.analysis, traffic, { seed, visits });
  return to;
}

describe('the engine and a slow implementation of the same text agree on random designs', () => {
  let seed = firstSeed;
  for (let made = 0; made < designs; seed += 1) {
    if (busyDesign(seed) === null) continue;
    made += 1;
    const own = seed;
    test(`of seed ${own}`, () => {
      const found = compared(own, true);
      expect(found?.compared).toBeGreaterThan(50);
      expect(found?.disagreements).toEqual([]);
    });
  }
});
