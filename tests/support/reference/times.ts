import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import { type Call, callsFrom, hitRateOf, keyOf, nodeOf, type Visit } from './calls';
import { type Random, seeded } from './seeded';
import type { Moments, StationFigures } from './station';

/** T(j) of a visit, in moments; null where it does not exist. */
export type Times = ReadonlyMap<string, Moments | null>;

export const nothing: Moments = { mean: 0, variance: 0 };

const add = (a: Moments, b: Moments): Moments => ({
  mean: a.mean + b.mean,
  variance: a.variance + b.variance,
});

/** One of several with their shares: its first two moments. */
export function mixtureOf(parts: readonly (readonly [share: number, of: Moments])[]): Moments {
  const mean = parts.reduce((sum, [share, of]) => sum + share * of.mean, 0);
  const second = parts.reduce((sum, [share, of]) => sum + share * (of.variance + of.mean ** 2), 0);
  return { mean, variance: second - mean ** 2 };
}

interface Outcome {
  readonly share: number;
  /** The calls that it makes, by step. */
  readonly steps: readonly (readonly Call[])[];
}

const known = new WeakMap<ResolvedDesign, Map<string, readonly Outcome[]>>();

/** What a visit may turn out to do: each look-up hits or misses, each set has one pick. */
export function outcomesOf(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  visit: Visit,
  onlySync = true,
): readonly Outcome[] {
  const ofDesign = known.get(design) ?? new Map<string, readonly Outcome[]>();
  known.set(design, ofDesign);
  const name = `${onlySync} ${keyOf(visit)} ${flow.id}`;
  const outcomes = ofDesign.get(name) ?? readOutcomes(design, flow, visit, onlySync);
  ofDesign.set(name, outcomes);
  return outcomes;
}

function readOutcomes(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  visit: Visit,
  onlySync: boolean,
): readonly Outcome[] {
  const node = nodeOf(design, visit.id);
  const calls = callsFrom(design, flow, visit);
  const hit = node.behaviour === 'inline-cache' ? hitRateOf(node, flow, visit.operation) : 0;
  let missed: { readonly share: number; readonly caches: ReadonlySet<string> }[] = [
    { share: 1 - hit, caches: new Set() },
  ];
  const shares = new Map(
    calls.flatMap(({ edge, missShare }) => (edge.onMissOf === null ? [] : [[edge.onMissOf, missShare]])),
  );
  for (const [cache, share] of shares)
    missed = missed.flatMap((of) => [
      { share: of.share * (1 - share), caches: of.caches },
      { share: of.share * share, caches: new Set([...of.caches, cache]) },
    ]);
  let picked: { readonly share: number; readonly calls: ReadonlySet<Call> }[] = [
    { share: 1, calls: new Set() },
  ];
  for (const set of new Set(calls.flatMap((call) => (call.set === null ? [] : [call.set])))) {
    const among = calls.filter((call) => call.set === set);
    const left = 1 - among.reduce((sum, { pick }) => sum + pick, 0);
    picked = picked.flatMap((of) => [
      ...(left > 1e-12 ? [{ share: of.share * left, calls: of.calls }] : []),
      ...among.map((call) => ({ share: of.share * call.pick, calls: new Set([...of.calls, call]) })),
    ]);
  }
  const made = missed.flatMap((miss) =>
    picked.map((pick) => ({
      share: miss.share * pick.share,
      calls: calls.filter(
        (call) =>
          (call.isSync || !onlySync) &&
          (call.set === null || pick.calls.has(call)) &&
          (call.edge.onMissOf === null || miss.caches.has(call.edge.onMissOf)),
      ),
    })),
  );
  return [...(hit > 0 ? [{ share: hit, calls: [] }] : []), ...made]
    .filter(({ share }) => share > 0)
    .map((outcome) => ({ share: outcome.share, steps: stepsOf(outcome.calls) }));
}

const stepsOf = (calls: readonly Call[]): readonly (readonly Call[])[] =>
  [...new Set(calls.map(({ edge }) => edge.step))]
    .sort((a, b) => a - b)
    .map((step) => calls.filter(({ edge }) => edge.step === step));

/** Calls one after the other, two or three of them where there are 2.3 on average. */
function inSequence(call: Call, each: Moments): Moments {
  const { calls } = call.edge;
  const part = calls - Math.floor(calls);
  return {
    mean: calls * each.mean,
    variance: calls * each.variance + part * (1 - part) * each.mean ** 2,
  };
}

/** Draws what one call of a callee takes; null where it does not exist. */
export type Drawing = (visit: Visit, random: Random) => number;

export interface StepTimes {
  readonly times: Times;
  /** An edge with a timeout holds its caller no longer than that. */
  readonly cutAtTimeouts: boolean;
  /** Where calls run in parallel or are cut there is no closed form: they are drawn, by this and so many times. */
  readonly draw: Drawing;
  /** 0 where nobody needs what they come to. */
  readonly samples: number;
}

const unknown: Moments = { mean: Number.NaN, variance: Number.NaN };

const needsDraws = (step: readonly Call[], cut: boolean): boolean =>
  step.length > 1 || (cut && step.some(({ edge }) => edge.timeoutMs !== null));

/** The synchronous steps of a visit in moments, its own response left out; null where one never ends. */
export function stepsTime(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  visit: Visit,
  given: StepTimes,
): Moments | null {
  const parts: (readonly [number, Moments])[] = [];
  for (const { share, steps } of outcomesOf(design, flow, visit)) {
    let sum = nothing;
    for (const step of steps) {
      const time = stepTime(step, given);
      if (time === null) return null;
      sum = add(sum, time);
    }
    parts.push([share, sum]);
  }
  return mixtureOf(parts);
}

function stepTime(step: readonly Call[], given: StepTimes): Moments | null {
  const isLost = (call: Call) =>
    given.times.get(keyOf(call.to)) === null && !(given.cutAtTimeouts && call.edge.timeoutMs !== null);
  if (step.some(isLost)) return null;
  const [only] = step;
  if (only === undefined) return nothing;
  if (!needsDraws(step, given.cutAtTimeouts)) {
    const callee = given.times.get(keyOf(only.to)) ?? nothing;
    return inSequence(only, { ...callee, mean: callee.mean + only.rttMs });
  }
  if (given.samples === 0) return unknown;
  const random = seeded(4711);
  const drawn = Array.from({ length: given.samples }, () =>
    Math.max(...step.map((call) => drawCalls(call, given, random))),
  );
  const mean = drawn.reduce((total, value) => total + value, 0) / drawn.length;
  return { mean, variance: drawn.reduce((total, value) => total + (value - mean) ** 2, 0) / drawn.length };
}

function drawCalls(call: Call, given: StepTimes, random: Random): number {
  const { calls, timeoutMs } = call.edge;
  const cut = given.cutAtTimeouts && timeoutMs !== null ? timeoutMs : Number.POSITIVE_INFINITY;
  const exists = given.times.get(keyOf(call.to)) !== null;
  let lasts = 0;
  const count = Math.floor(calls) + (random() < calls - Math.floor(calls) ? 1 : 0);
  for (let left = count; left > 0; left -= 1)
    lasts += exists ? Math.min(cut, call.rttMs + given.draw(call.to, random)) : cut;
  return lasts;
}

/** T of every visit that the flow reaches synchronously, from one set of times to the next. */
export function nextTimes(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  visits: Iterable<Visit>,
  station: (id: string) => StationFigures | null,
  given: StepTimes,
): Times {
  return new Map(
    [...visits].map((visit) => {
      const figures = station(visit.id);
      const own =
        figures === null
          ? nothing
          : {
              mean: figures.meanMs(visit.operation),
              variance: given.samples === 0 ? Number.NaN : figures.varianceMs(visit.operation),
            };
      const isKnown = figures === null || (!figures.saturated && Number.isFinite(own.mean));
      const steps = isKnown ? stepsTime(design, flow, visit, given) : null;
      return [keyOf(visit), steps === null ? null : add(own, steps)];
    }),
  );
}
