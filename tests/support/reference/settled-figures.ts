import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../../shared/catalog/resolved';
import { type FlowKind, flowKinds } from '../../../shared/model/vocabulary';
import { callsOf, keyOf, reachedVisits, type Visit } from './calls';
import { ownMean, ownVariance } from './law';
import { hasPlaces, ownOf, poolsOf } from './pools';
import { visitsBy } from './sampling';
import { type Figures, figuresOf, type Loads, loadOf, type Situation } from './settled-loads';
import type { Moments } from './station';
import { mixtureOf, nextTimes, nothing, stepsTime, type Times } from './times';

export interface Settled {
  readonly figures: Figures;
  readonly times: ReadonlyMap<string, Times>;
  readonly rests: ReadonlyMap<string, Moments | null>;
}

/** All stations at these loads, places included: how long one is held follows from what is waited for, and so on. */
export function settledFigures(of: Situation, loads: Loads): Settled {
  const { design } = of;
  const visits = new Map(design.flows.map((flow) => [flow.id, [...reachedVisits(design, flow).values()]]));
  let rests = new Map(
    design.nodes.map((node): [string, Moments | null] => [node.id, ownMix(node, design, loads)]),
  );
  let times = new Map(design.flows.map((flow): [string, Times] => [flow.id, new Map()]));
  // What has no places is the same whatever its visits wait for.
  const isPlaced = new Set(design.nodes.filter((node) => hasPlaces(node, poolsOf(design, node))));
  const plain: Figures = new Map(
    design.nodes.map((node) => [
      node.id,
      isPlaced.has(node) ? null : figuresOf(of, node, loads, rests.get(node.id) ?? null),
    ]),
  );
  let figures = plain;
  for (let round = 0; round < 3000; round += 1) {
    figures = new Map(
      design.nodes.map((node) => [
        node.id,
        isPlaced.has(node)
          ? figuresOf(of, node, loads, rests.get(node.id) ?? null)
          : (plain.get(node.id) ?? null),
      ]),
    );
    const station = (id: string) => figures.get(id) ?? null;
    const given = (flow: ResolvedFlow, cutAtTimeouts: boolean) => ({
      times: times.get(flow.id) ?? new Map<string, Moments | null>(),
      cutAtTimeouts,
      draw: visitsBy(design, flow, station).time,
      samples: isPlaced.size === 0 ? 0 : of.samples,
    });
    const nextRests = new Map(
      design.nodes.map((node): [string, Moments | null] => [
        node.id,
        restOf(node, design, loads, (flow, visit) => stepsTime(design, flow, visit, given(flow, true))),
      ]),
    );
    const next = new Map(
      design.flows.map((flow): [string, Times] => [
        flow.id,
        nextTimes(design, flow, visits.get(flow.id) ?? [], station, given(flow, false)),
      ]),
    );
    const changed =
      differs(rests, nextRests) || design.flows.some(({ id }) => differs(times.get(id), next.get(id)));
    [rests, times] = [nextRests, next];
    if (!changed) break;
  }
  return { figures, times, rests };
}

function differs(before: Times | undefined, now: Times | undefined): boolean {
  return [...(now ?? [])].some(([key, moments]) => {
    const was = before?.get(key);
    if (moments === null || was === null || was === undefined) return moments !== was;
    const isNear = (a: number, b: number) =>
      Object.is(a, b) || Math.abs(a - b) <= 1e-13 * Math.abs(b) + 1e-300;
    return !isNear(was.mean, moments.mean) || !isNear(was.variance, moments.variance);
  });
}

const ownMoments = (node: ResolvedNode, operation: FlowKind): Moments => {
  const own = ownOf(node, operation);
  return { mean: ownMean(own), variance: ownVariance(own) };
};

const ownMix = (node: ResolvedNode, design: ResolvedDesign, loads: Loads): Moments | null =>
  restOf(node, design, loads, () => nothing);

/** Own time and steps of what arrives at a node; of reads without steps where nothing does. */
export function restOf(
  node: ResolvedNode,
  design: ResolvedDesign,
  loads: Loads,
  steps: (flow: ResolvedFlow, visit: Visit) => Moments | null,
): Moments | null {
  const parts: (readonly [number, Moments])[] = [];
  let total = 0;
  for (const flow of design.flows)
    for (const operation of flowKinds) {
      const visit = { id: node.id, operation };
      const rps = loadOf(loads, visit, flow.id);
      if (rps === 0) continue;
      const own = ownMoments(node, operation);
      const waited = steps(flow, visit);
      if (waited === null) return null;
      total += rps;
      parts.push([rps, { mean: own.mean + waited.mean, variance: own.variance + waited.variance }]);
    }
  if (total === 0) return ownMoments(node, 'read');
  return mixtureOf(parts.map(([rps, moments]) => [rps / total, moments]));
}

export function faults(
  of: Situation,
  settled: Settled,
  flow: ResolvedFlow,
  visit: Visit,
  isFirst: boolean,
  atFault: Set<string>,
  waited: Set<string>,
  seen: ReadonlySet<string> = new Set(),
): void {
  if (seen.has(keyOf(visit))) return;
  const beyond = new Set([...seen, keyOf(visit)]);
  for (const call of callsOf(of.design, flow, visit.operation)) {
    if (call.edge.from !== visit.id || !call.isSync) continue;
    if (isFirst) waited.add(call.edge.to);
    const lost = settled.times.get(flow.id)?.get(keyOf(call.to)) === null;
    if (!lost || (isFirst && call.edge.timeoutMs !== null) || atFault.has(call.edge.to)) continue;
    if (settled.figures.get(call.edge.to)?.saturated === true) atFault.add(call.edge.to);
    else faults(of, settled, flow, call.to, false, atFault, waited, beyond);
  }
}
