import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import { type Call, callsOf, hitRateOf, nodeOf } from './calls';
import type { Law } from './law';
import type { Random } from './seeded';
import type { Traffic } from './traffic';

/** What was drawn on the way of one request. */
export interface Drawn {
  /** Response of a visit, its round trips and all that it waits for, ms. */
  readonly totalMs: number;
  /** Sum of the stations' responses by layer, whether they ran in parallel or not. */
  readonly layerMs: ReadonlyMap<string, number>;
}

/** Draws a visit of a flow to a node anew each time, with all its calls. */
export type Visit = (node: string, random: Random) => Drawn;

interface Plan {
  readonly law: Law | null;
  readonly layer: string;
  readonly hitRate: number;
  readonly steps: readonly (readonly Call[])[];
  readonly sets: ReadonlyMap<string, readonly Call[]>;
  readonly caches: readonly { readonly id: string; readonly hitRate: number }[];
}

function planOf(design: ResolvedDesign, flow: ResolvedFlow, traffic: Traffic, id: string): Plan {
  const node = nodeOf(design, id);
  const calls = callsOf(design, flow).filter(({ edge, isSync }) => edge.from === id && isSync);
  const everything = callsOf(design, flow).filter(({ edge }) => edge.from === id);
  const steps = [...new Set(calls.map(({ edge }) => edge.step))].sort((a, b) => a - b);
  const sets = new Set(everything.flatMap(({ set }) => (set === null ? [] : [set])));
  const caches = new Set(calls.flatMap(({ edge }) => (edge.onMissOf === null ? [] : [edge.onMissOf])));
  return {
    law: traffic.station(id)?.response(flow.kind) ?? null,
    layer: node.layer,
    hitRate: node.behaviour === 'inline-cache' ? hitRateOf(node, flow) : 0,
    steps: steps.map((step) => calls.filter(({ edge }) => edge.step === step)),
    sets: new Map([...sets].map((set) => [set, everything.filter((call) => call.set === set)])),
    caches: [...caches].map((cache) => ({ id: cache, hitRate: hitRateOf(nodeOf(design, cache), flow) })),
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
export function visitsBy(design: ResolvedDesign, flow: ResolvedFlow, traffic: Traffic): Visit {
  const plans = new Map(design.nodes.map(({ id }) => [id, planOf(design, flow, traffic, id)]));
  const visit = (id: string, random: Random, layerMs: Map<string, number>): number => {
    const plan = plans.get(id);
    if (plan === undefined) throw new Error(`no node ${id}`);
    let totalMs = plan.law?.draw(random) ?? 0;
    if (plan.law !== null) layerMs.set(plan.layer, (layerMs.get(plan.layer) ?? 0) + totalMs);
    if (random() < plan.hitRate) return totalMs;
    const missed = new Set(plan.caches.filter(({ hitRate }) => random() >= hitRate).map((of) => of.id));
    const picked = new Set([...plan.sets.values()].map((set) => pickOne(set, random)));
    for (const step of plan.steps) {
      let longest = 0;
      for (const call of step) {
        const { edge } = call;
        if (call.set !== null && !picked.has(call)) continue;
        if (edge.onMissOf !== null && !missed.has(edge.onMissOf)) continue;
        let lasts = 0;
        for (let left = countOf(edge.calls, random); left > 0; left -= 1)
          lasts += edge.rttMs + visit(edge.to, random, layerMs);
        longest = Math.max(longest, lasts);
      }
      totalMs += longest;
    }
    return totalMs;
  };
  return (node, random) => {
    const layerMs = new Map<string, number>();
    return { totalMs: visit(node, random, layerMs), layerMs };
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
