import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import { type Call, callsOf, hitRateOf, nodeOf, reachedFrom, solve } from './calls';
import { type Traffic, trafficOf } from './traffic';

/** Whether any step waits for more than one call at once. */
export function hasParallelSteps(design: ResolvedDesign, flow: ResolvedFlow): boolean {
  const calls = callsOf(design, flow).filter(({ isSync }) => isSync);
  return calls.some(({ edge }, i) =>
    calls.slice(i + 1).some((other) => other.edge.from === edge.from && other.edge.step === edge.step),
  );
}

/** T(j) in the mean for every node, where no step has two edges: response + Σ m (round trip + T(child)). */
export function meansOf(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  traffic: Traffic,
): ReadonlyMap<string, number> {
  const calls = callsOf(design, flow).filter(({ isSync }) => isSync);
  const gain = (from: string, to: string) =>
    calls.filter(({ edge }) => edge.from === from && edge.to === to).reduce((sum, { m }) => sum + m, 0);
  const matrix = design.nodes.map((from, i) =>
    design.nodes.map((to, j) => (i === j ? 1 : 0) - gain(from.id, to.id)),
  );
  const own = design.nodes.map(({ id }) => {
    const response = traffic.station(id)?.meanMs(flow.kind) ?? 0;
    return calls
      .filter(({ edge }) => edge.from === id)
      .reduce((sum, { edge, m }) => sum + m * edge.rttMs, Number.isFinite(response) ? response : 0);
  });
  const means = solve(matrix, own);
  return new Map(design.nodes.map(({ id }, i) => [id, means[i] ?? 0]));
}

/** Probability that the calls of an accepted visit succeed, by node, given that of their callees'. */
function callsSucceed(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  traffic: Traffic,
  id: string,
  success: ReadonlyMap<string, number>,
): number {
  const node = nodeOf(design, id);
  const calls = callsOf(design, flow).filter(({ edge }) => edge.from === id);
  const caches = [...new Set(calls.flatMap(({ edge }) => (edge.onMissOf === null ? [] : [edge.onMissOf])))];
  const edgeSucceeds = ({ edge, isSync }: Call): number => {
    if (!isSync || edge.optional) return 1;
    const f = traffic.refused(edge.to);
    // What is not refused can still be lost to a network that is full, which retries do not answer.
    const accepted = (1 - f ** (edge.retries + 1)) * (f < 1 ? traffic.passed(edge.to) / (1 - f) : 1);
    const each = accepted * (success.get(edge.to) ?? 1);
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
  const overOutcomes = (left: readonly string[], missed: ReadonlySet<string>): number => {
    const [cache, ...rest] = left;
    if (cache === undefined) return given(missed);
    const hit = hitRateOf(nodeOf(design, cache), flow);
    return hit * overOutcomes(rest, missed) + (1 - hit) * overOutcomes(rest, new Set([...missed, cache]));
  };
  const hit = node.behaviour === 'inline-cache' ? hitRateOf(node, flow) : 0;
  return hit + (1 - hit) * overOutcomes(caches, new Set());
}

/** Share of the requests of a flow that succeed with every component up. */
export function servedShareOf(design: ResolvedDesign, flow: ResolvedFlow, traffic: Traffic): number {
  let success: ReadonlyMap<string, number> = new Map();
  for (let round = 0; round < 2000; round += 1) {
    const next = new Map(
      design.nodes.map(({ id }) => [id, callsSucceed(design, flow, traffic, id, success)]),
    );
    const change = design.nodes.map(({ id }) => Math.abs((next.get(id) ?? 1) - (success.get(id) ?? 1)));
    success = next;
    if (round > design.nodes.length && Math.max(...change) < 1e-15) break;
  }
  return traffic.passed(flow.entry) * (success.get(flow.entry) ?? 1);
}

/** Load of a station against its limit: 1 where it saturates, a station with a queue limit where offered = capacity. */
function fullness(design: ResolvedDesign, traffic: Traffic, id: string): number {
  const figures = traffic.station(id);
  if (figures === null) return 0;
  if (nodeOf(design, id).config.queueLimit === null) return figures.utilization;
  return figures.capacityRps === null ? 0 : figures.offeredRps / figures.capacityRps;
}

/** Section 6, by bisection: the load factor at which the first station of a flow's way saturates, and that station. */
export function firstSaturations(
  design: ResolvedDesign,
): readonly ({ readonly factor: number; readonly bottleneck: string } | null)[] {
  const known = new Map<number, Traffic>();
  const trafficAt = (load: number): Traffic => {
    const traffic = known.get(load) ?? trafficOf(design, load);
    known.set(load, traffic);
    return traffic;
  };
  return design.flows.map((flow) => {
    const reached = reachedFrom(design, flow, flow.entry);
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
    return { factor: high, bottleneck: fullAt(high)?.id ?? '' };
  });
}
