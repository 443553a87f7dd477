import { describe, expect, test } from 'vitest';
import { analysisOf, nodeIn } from '../../../support/figures';
import { occupancyOf } from '../../../support/reference/places';
import type { NodeSketch } from '../../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };

/** One pool that requests arrive at so many a second. */
const pool = (rateRps: number, part: NodeSketch) =>
  nodeIn(
    analysisOf({
      nodes: { u: source, part },
      edges: { 'u -> part': {} },
      flows: { f: { entry: 'u', rateRps } },
    }),
    'part',
  );

describe('two servers and room for four, M/M/2/4', () => {
  // Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory, 4th edition (2008), section 2.5, M/M/c/K:
  // https://doi.org/10.1002/9781118625651
  test('lose 0.124043 of 1.5 erlangs', () => {
    // p₄ = (1.5⁴ ÷ 8) ÷ (1 + 1.5 + 1.5² ÷ 2 + 1.5³ ÷ 4 + 1.5⁴ ÷ 8) = 0.6328125 ÷ 5.1015625
    const { refused, offeredRps } = pool(1.5, {
      serviceMs: 1000,
      config: { concurrency: 2, queueLimit: 4 },
    });
    expect(offeredRps).toBeCloseTo(1.5, 9);
    expect(refused).toBeCloseTo(0.124043, 6);
    const { lossShare } = occupancyOf({ lanes: 2, places: 2, workMs: 1, delayMs: 0 }, 1.5, 4);
    expect(lossShare).toBeCloseTo(0.124043, 6);
  });
});

describe('a call centre with 55 agents, Erlang C', () => {
  // Mitan Ltd., The Erlang-C Formula, the worked example: 360 calls each half hour of four minutes each, 55 agents;
  // http://www.mitan.co.uk/erlang/elgcmath.htm, which rounds to 0.239 and 8.2 s
  test('lets 0.238701 of the callers wait, on average 8.184 s', () => {
    // λ = 0.2 a second, 48 erlangs; Wq = C ÷ (55 ÷ 240 − 0.2) = 0.238701 ÷ 0.0291667
    const { waitProbability, waitMs, utilization } = pool(360 / 1800, {
      serviceMs: 240_000,
      config: { concurrency: 55 },
    });
    expect(utilization).toBeCloseTo(48 / 55, 9);
    expect(waitProbability).toBeCloseTo(0.238701, 6);
    expect((waitMs ?? Number.NaN) / 1000).toBeCloseTo(8.184, 3);
    const found = occupancyOf({ lanes: 55, places: 55, workMs: 240, delayMs: 0 }, 0.2, null);
    expect(found.waitProbability).toBeCloseTo(0.238701, 6);
  });
});
