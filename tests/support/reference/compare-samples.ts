import type { Analysis } from '../../../shared/analysis/analysis';
import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import { flowKinds } from '../../../shared/model/vocabulary';
import { entryOf, keyOf, reachedFrom, type Visit, visitsByOperation } from './calls';
import type { Comparison } from './compare';
import { type Drawn, meanOf, percentileMiss, visitsBy } from './sampling';
import { type Random, seeded } from './seeded';
import type { Traffic } from './traffic';

/** Standard deviations of a sample that are chance: some thousands of them are compared. */
const sigmas = 4.8;

interface Sampled {
  readonly to: Comparison;
  readonly design: ResolvedDesign;
  readonly analysis: Analysis;
  readonly traffic: Traffic;
  readonly random: Random;
  /** Visits to draw for each figure. */
  readonly visits: number;
}

type Percentiles = readonly (readonly [level: number, value: number | null | undefined])[];

/** The bound of section 3 (1 %, 2 % at p99.9, means with parallel steps 0.5 %) and what a sample of this size allows. */
function compareSample(
  to: Comparison,
  what: string,
  sample: readonly number[],
  engineMean: number | null | undefined,
  percentiles: Percentiles,
): void {
  const { mean, deviation } = meanOf(sample);
  const meanMs = engineMean ?? Number.NaN;
  const holds = Math.abs(meanMs - mean) <= sigmas * deviation + 0.005 * mean + 1e-9;
  to.within(`${what} mean of ${sample.length}`, holds, meanMs, mean);
  const sorted = [...sample].sort((a, b) => a - b);
  for (const [level, value] of percentiles) {
    const miss = percentileMiss(sample, value ?? Number.NaN, level, level > 0.99 ? 0.02 : 0.01);
    const drawn = sorted[Math.floor(level * sample.length)] ?? Number.NaN;
    to.within(`${what} p${100 * level} of ${sample.length}`, miss < sigmas, value ?? null, drawn);
  }
}

/** Visits that a request of the flow waits for from this node on. */
function visitsFrom(design: ResolvedDesign, flow: ResolvedFlow, start = entryOf(flow)): number {
  return [...visitsByOperation(design, flow, true, start).values()].reduce(
    (total, visits) => total + visits,
    0,
  );
}

const isBlocked = ({ design, traffic }: Sampled, flow: ResolvedFlow, start = entryOf(flow)): boolean =>
  [...reachedFrom(design, flow, true, start)].some((id) => traffic.station(id)?.saturated === true);

const times = <T>(count: number, draw: () => T): readonly T[] =>
  Array.from({ length: Math.ceil(count) }, draw);

function compareFlow(sampled: Sampled, flow: ResolvedFlow): void {
  const { to, design, analysis, traffic, random, visits } = sampled;
  if (isBlocked(sampled, flow)) return;
  const engine = analysis.flows.find(({ id }) => id === flow.id);
  const { visit } = visitsBy(design, flow, traffic.station);
  const drawn: readonly Drawn[] = times(visits / visitsFrom(design, flow), () =>
    visit(entryOf(flow), random),
  );
  compareSample(
    to,
    flow.id,
    drawn.map(({ totalMs }) => totalMs),
    engine?.meanMs,
    [
      [0.5, engine?.p50Ms],
      [0.95, engine?.p95Ms],
      [0.99, engine?.p99Ms],
      [0.999, engine?.p999Ms],
    ],
  );
  for (const layer of analysis.layers) {
    const { meanMs = null, p99Ms = null } = layer.flows[flow.id] ?? {};
    const spent = drawn.map(({ layerMs }) => layerMs.get(layer.id) ?? 0);
    compareSample(to, `${flow.id} in ${layer.id}`, spent, meanMs, [[0.99, p99Ms]]);
  }
}

function pickBy(weights: readonly number[], random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    0,
    weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    }),
  );
}

/** A node with its calls: a mixture over the flows by rate × visits. */
function compareWithCalls(sampled: Sampled, id: string): void {
  const { to, design, analysis, traffic, random, visits } = sampled;
  const engine = analysis.nodes.find((node) => node.id === id);
  const ways = design.flows.flatMap((flow) => {
    const all = visitsByOperation(design, flow);
    return flowKinds.flatMap((operation) => {
      const visit: Visit = { id, operation };
      const weight = flow.rateRps * (all.get(keyOf(visit)) ?? 0);
      return weight > 0 ? [{ flow, visit, weight }] : [];
    });
  });
  if (ways.length === 0) return;
  if (ways.some(({ flow, visit }) => isBlocked(sampled, flow, visit))) {
    to.number(`${id} mean with calls`, engine?.withCallsMeanMs, null);
    return;
  }
  const drawn = ways.map(({ flow }) => visitsBy(design, flow, traffic.station));
  const longest = Math.max(...ways.map(({ flow, visit }) => visitsFrom(design, flow, visit)));
  const weights = ways.map(({ weight }) => weight);
  const sample = times(visits / longest / 2, () => {
    const at = pickBy(weights, random);
    const way = ways[at];
    return way === undefined ? 0 : (drawn[at]?.time(way.visit, random) ?? 0);
  });
  compareSample(to, `${id} with calls`, sample, engine?.withCallsMeanMs, [[0.99, engine?.withCallsP99Ms]]);
}

/** A station's own response, its reads and writes as they arrive. */
function compareResponse({ to, design, analysis, traffic, random, visits }: Sampled, id: string): void {
  const engine = analysis.nodes.find((node) => node.id === id);
  const station = traffic.station(id);
  if (station === null || station.saturated || station.offeredRps === 0) return;
  const arriving = flowKinds.map((operation) =>
    design.flows.reduce((sum, flow) => sum + traffic.visitRps({ id, operation }, flow.id), 0),
  );
  const laws = { read: station.response('read'), write: station.response('write') };
  const sample = times(visits / 5, () => laws[flowKinds[pickBy(arriving, random)] ?? 'read'].draw(random));
  compareSample(to, id, sample, engine?.meanMs, [
    [0.5, engine?.p50Ms],
    [0.95, engine?.p95Ms],
    [0.99, engine?.p99Ms],
    [0.999, engine?.p999Ms],
  ]);
}

/** Section 3 drawn against section 3 composed: flows, layers, nodes with and without their calls. */
export function compareSamples(
  to: Comparison,
  design: ResolvedDesign,
  analysis: Analysis,
  traffic: Traffic,
  { seed, visits }: { readonly seed: number; readonly visits: number },
): void {
  const sampled: Sampled = { to, design, analysis, traffic, random: seeded(seed), visits };
  for (const flow of design.flows) compareFlow(sampled, flow);
  for (const { id } of design.nodes) {
    compareWithCalls(sampled, id);
    compareResponse(sampled, id);
  }
}
