import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import { type Call, callsFrom, hitRateOf, keyOf, nodeOf, type Visit } from './calls';
import type { Law } from './law';
import type { Random } from './seeded';
import type { StationFigures } from './station';

/** What was drawn on the way of one request. */
export interface Drawn {
  /** Response of a visit, its round trips and all that it waits for, ms. */
  readonly totalMs: number;
  /** Sum of the stations' responses by layer, whether they ran in parallel or not. */
  readonly layerMs: ReadonlyMap<string, number>;
}

/** Draws visits of a flow anew each time, with all their calls. */
export interface Visiting {
  visit(of: Visit, random: Random): Drawn;
  /** The time alone. */
  time(of: Visit, random: Random): number;
}

interface Plan {
  readonly law: Law | null;
  readonly layer: string;
  readonly hitRate: number;
  readonly steps: readonly (readonly Call[])[];
  readonly sets: readonly (readonly Call[])[];
  readonly caches: readonly (readonly [id: string, missShare: number])[];
}

function planOf(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  station: (id: string) => StationFigures | null,
  visit: Visit,
): Plan {
  const node = nodeOf(design, visit.id);
  const everything = callsFrom(design, flow, visit);
  const calls = everything.filter(({ isSync }) => isSync);
  const steps = [...new Set(calls.map(({ edge }) => edge.step))].sort((a, b) => a - b);
  const sets = new Set(everything.flatMap(({ set }) => (set === null ? [] : [set])));
  return {
    law: station(visit.id)?.response(visit.operation) ?? null,
    layer: node.layer,
    hitRate: node.behaviour === 'inline-cache' ? hitRateOf(node, flow, visit.operation) : 0,
    steps: steps.map((step) => calls.filter(({ edge }) => edge.step === step)),
    sets: [...sets].map((set) => everything.filter((call) => call.set === set)),
    caches: [
      ...new Map(
        calls.flatMap(({ edge, missShare }) =>
          edge.onMissOf === null ? [] : [[edge.onMissOf, missShare] as const],
        ),
      ),
    ],
  };
}

/** Whole calls of a mean number of them: 2.3 is two, and a third with probability 0.3. */
const countOf = (calls: number, random: Random): number =>
  Math.floor(calls) + (random() < calls - Math.floor(calls) ? 1 : 0);

function pickOne(calls: readonly Call[], random: Random): Call | undefined {
  let left = random();
  return calls.find(({ pick }) => {
    left -= pick;
    return left < 0;
  });
}

/** Section 3, drawn. */
export function visitsBy(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  station: (id: string) => StationFigures | null,
): Visiting {
  const plans = new Map<string, Plan>();
  const planFor = (of: Visit): Plan => {
    const plan = plans.get(keyOf(of)) ?? planOf(design, flow, station, of);
    plans.set(keyOf(of), plan);
    return plan;
  };
  const draw = (of: Visit, random: Random, layerMs: Map<string, number>): number => {
    const plan = planFor(of);
    let totalMs = plan.law?.draw(random) ?? 0;
    if (plan.law !== null) layerMs.set(plan.layer, (layerMs.get(plan.layer) ?? 0) + totalMs);
    if (random() < plan.hitRate) return totalMs;
    const missed = new Set(plan.caches.filter(([, share]) => random() < share).map(([id]) => id));
    const picked = new Set(plan.sets.map((set) => pickOne(set, random)));
    for (const step of plan.steps) {
      let longest = 0;
      for (const call of step) {
        const { edge } = call;
        if (call.set !== null && !picked.has(call)) continue;
        if (edge.onMissOf !== null && !missed.has(edge.onMissOf)) continue;
        let lasts = 0;
        for (let left = countOf(edge.calls, random); left > 0; left -= 1)
          lasts += call.rttMs + draw(call.to, random, layerMs);
        longest = Math.max(longest, lasts);
      }
      totalMs += longest;
    }
    return totalMs;
  };
  return {
    visit: (of, random) => {
      const layerMs = new Map<string, number>();
      return { totalMs: draw(of, random, layerMs), layerMs };
    },
    time: (of, random) => draw(of, random, new Map()),
  };
}

/** Mean of a sample and the standard deviation of that mean. */
export function meanOf(sample: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1);
  return { mean, deviation: Math.sqrt(variance / sample.length) };
}

/**
 * How far a percentile lies outside what the sample allows: 0 where the share of the sample below it, `slack` more or
 * less, has the level within `sigmas` standard deviations; else by how many it misses.
 */
export function percentileMiss(
  sample: readonly number[],
  value: number,
  level: number,
  slack: number,
): number {
  const below = (limit: number) => sample.filter((drawn) => drawn <= limit).length / sample.length;
  const sigma = Math.sqrt((level * (1 - level)) / sample.length);
  const high = below(value * (1 + slack) + 1e-6);
  const low = below(value * (1 - slack) - 1e-6);
  return Math.max(0, (level - high) / sigma, (low - level) / sigma);
}
