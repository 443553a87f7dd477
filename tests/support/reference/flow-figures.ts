import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import {
  type Call,
  callsFrom,
  entryOf,
  hitRateOf,
  keyOf,
  nodeOf,
  reachedFrom,
  reachedVisits,
  type Visit,
} from './calls';
import { settingsOf } from './settings';
import type { TrafficOptions } from './settled-loads';
import { type Traffic, trafficOf } from './traffic';

/** Whether any step that the flow waits for has more than one call at once. */
export function hasParallelSteps(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  from: Visit = entryOf(flow),
): boolean {
  return [...reachedVisits(design, flow, from, true).values()].some((visit) => {
    const calls = callsFrom(design, flow, visit).filter(({ isSync }) => isSync);
    return calls.some(({ edge }, i) => calls.slice(i + 1).some((other) => other.edge.step === edge.step));
  });
}

/** Probability that the calls of an accepted visit succeed, given that of the visits that they make. */
function callsSucceed(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  traffic: Traffic,
  visit: Visit,
  success: ReadonlyMap<string, number>,
): number {
  const node = nodeOf(design, visit.id);
  const calls = callsFrom(design, flow, visit);
  const caches = new Map(
    calls.flatMap(({ edge, missShare }) => (edge.onMissOf === null ? [] : [[edge.onMissOf, missShare]])),
  );
  const edgeSucceeds = ({ edge, to, isSync }: Call): number => {
    if (!isSync || edge.optional) return 1;
    const f = traffic.refused(edge.to);
    // What is not refused can still be lost to a network that is full, which retries do not answer.
    const accepted = (1 - f ** (edge.retries + 1)) * (f < 1 ? traffic.passed(edge.to) / (1 - f) : 1);
    const each = accepted * (success.get(keyOf(to)) ?? 1);
    const whole = Math.floor(edge.calls);
    const part = edge.calls - whole;
    return each ** whole * (1 - part + part * each);
  };
  const given = (missed: ReadonlySet<string>): number => {
    const runs = (call: Call) => call.edge.onMissOf === null || missed.has(call.edge.onMissOf);
    const sets = new Set(calls.flatMap(({ set }) => (set === null ? [] : [set])));
    const picks = [...sets].map((set) => {
      const among = calls.filter((call) => call.set === set);
      const left = 1 - among.reduce((sum, { pick }) => sum + pick, 0);
      return among.reduce((sum, call) => sum + call.pick * (runs(call) ? edgeSucceeds(call) : 1), left);
    });
    const always = calls.filter((call) => call.set === null && runs(call)).map(edgeSucceeds);
    return [...picks, ...always].reduce((product, share) => product * share, 1);
  };
  const overOutcomes = (
    left: readonly (readonly [string, number])[],
    missed: ReadonlySet<string>,
  ): number => {
    const [first, ...rest] = left;
    if (first === undefined) return given(missed);
    const [cache, missShare] = first;
    const onHit = (1 - missShare) * overOutcomes(rest, missed);
    return onHit + missShare * overOutcomes(rest, new Set([...missed, cache]));
  };
  const hit = node.behaviour === 'inline-cache' ? hitRateOf(node, flow, visit.operation) : 0;
  return hit + (1 - hit) * overOutcomes([...caches], new Set());
}

/** Share of the requests of a flow that succeed with every component up. */
export function servedShareOf(design: ResolvedDesign, flow: ResolvedFlow, traffic: Traffic): number {
  const visits = [...reachedVisits(design, flow).values()];
  let success: ReadonlyMap<string, number> = new Map();
  for (let round = 0; round < 2000; round += 1) {
    const before = success;
    success = new Map(
      visits.map((visit) => [keyOf(visit), callsSucceed(design, flow, traffic, visit, before)]),
    );
    const change = [...success].map(([key, share]) => Math.abs(share - (before.get(key) ?? 1)));
    if (round > visits.length && Math.max(...change) < 1e-15) break;
  }
  return traffic.passed(flow.entry) * (success.get(keyOf(entryOf(flow))) ?? 1);
}

/** Load of a station against its limit: 1 where it saturates, a station with a queue limit where offered = capacity. */
function fullness(design: ResolvedDesign, traffic: Traffic, id: string): number {
  const figures = traffic.station(id);
  if (figures === null) return 0;
  const node = nodeOf(design, id);
  const byLimit = figures.offeredRps / (settingsOf(node).limitRps ?? Number.POSITIVE_INFINITY);
  if (node.config.queueLimit === null) return Math.max(figures.utilization, byLimit);
  return figures.capacityRps === null ? 0 : figures.offeredRps / figures.capacityRps;
}

/** Section 6, by bisection: the load factor at which the first station of a flow's way saturates, and that station. */
export function firstSaturations(
  design: ResolvedDesign,
  options?: TrafficOptions,
): readonly ({ readonly factor: number; readonly bottleneck: string } | null)[] {
  const known = new Map<number, Traffic>();
  const trafficAt = (load: number): Traffic => {
    const traffic = known.get(load) ?? trafficOf(design, load, options);
    known.set(load, traffic);
    return traffic;
  };
  return design.flows.map((flow) => {
    const reached = reachedFrom(design, flow);
    const visited = design.nodes.filter(({ id }) => reached.has(id));
    const fullAt = (load: number) => {
      const traffic = trafficAt(load);
      return visited.find(({ id }) => fullness(design, traffic, id) >= 1);
    };
    let high = 1;
    while (fullAt(high) !== undefined && high > 1e-6) high /= 2;
    while (fullAt(high) === undefined) {
      if (high > 1e7) return null;
      high *= 2;
    }
    let low = high / 2;
    while (high - low > 1e-8 * high) {
      const middle = (low + high) / 2;
      if (fullAt(middle) === undefined) low = middle;
      else high = middle;
    }
    const first = fullAt(high)?.id ?? '';
    return { factor: high, bottleneck: trafficAt(high).heldUpBy(first) ?? first };
  });
}
