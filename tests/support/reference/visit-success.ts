import type {
  ResolvedDesign,
  ResolvedEdge,
  ResolvedFlow,
  ResolvedNode,
} from '../../../shared/catalog/resolved';
import type { FlowKind } from '../../../shared/model/vocabulary';
import {
  type Call,
  callAlong,
  entryOf,
  hitRateOf,
  keyOf,
  nodeOf,
  callsFrom as readCallsFrom,
  type Visit,
} from './calls';
import { settingsOf } from './settings';

/** What is up or down as a whole: a pool, a zone, a region, the one default zone. */
export type Up = (component: string) => boolean;

/** Nodes that bear on whether a request succeeds, by calls that it waits for and their fallbacks, and all that are picked by their state. */
export function metBy(design: ResolvedDesign, flow: ResolvedFlow): readonly string[] {
  const met = new Map([[keyOf(entryOf(flow)), entryOf(flow)]]);
  const asked = new Set<string>();
  for (const visit of met.values()) {
    const node = nodeOf(design, visit.id);
    if (node.behaviour === 'buffer') continue;
    if (isGeo(node)) for (const { to } of choicesFrom(design, flow, node.id)) asked.add(to);
    for (const call of callsFrom(design, flow, visit)) {
      if (call.set !== null && node.config.failover) asked.add(call.to.id);
      if (call.isSync)
        for (const of of [call, ...fallbackCalls(design, flow, call.edge, visit.operation)])
          met.set(keyOf(of.to), of.to);
    }
  }
  return [...[...met.values()].map(({ id }) => id), ...asked];
}

const fallbackCalls = (
  design: ResolvedDesign,
  flow: ResolvedFlow,
  edge: ResolvedEdge,
  operation: FlowKind,
): readonly Call[] =>
  kept(design, `fallbacks ${operation} ${flow.id} ${edge.id}`, () =>
    design.edges
      .filter((of) => of.fallbackOf === edge.id && of.flows.includes(flow.id))
      .map((of) => callAlong(design, flow, of, operation)),
  );

/** Calls that a visit makes in some state of the components, those included that it makes in none with all of them up. */
const callsFrom = (design: ResolvedDesign, flow: ResolvedFlow, visit: Visit): readonly Call[] =>
  kept(design, `calls ${flow.id} ${keyOf(visit)}`, () => [
    ...readCallsFrom(design, flow, visit),
    ...farCalls(design, flow, visit),
    ...missedCalls(design, flow, visit),
  ]);

const isGeo = ({ behaviour, config }: ResolvedNode): boolean =>
  behaviour === 'distributor' && config.algorithm === 'geo';

/** What a geo distributor picks from only where nothing in the region of the flow's entry is up. */
function farCalls(design: ResolvedDesign, flow: ResolvedFlow, visit: Visit): readonly Call[] {
  if (!isGeo(nodeOf(design, visit.id))) return [];
  return choicesFrom(design, flow, visit.id)
    .map((edge) => callAlong(design, flow, edge, visit.operation))
    .filter(({ edge, pick, missShare }) => pick === 0 && edge.calls * missShare > 0);
}

/** What a cache that always hits keeps from being called, but for when it is down and its look-up can be done without. */
const missedCalls = (design: ResolvedDesign, flow: ResolvedFlow, visit: Visit): readonly Call[] =>
  design.edges
    .filter((edge) => edge.from === visit.id && edge.fallbackOf === null && edge.flows.includes(flow.id))
    .map((edge) => callAlong(design, flow, edge, visit.operation))
    .filter(({ edge, pick, missShare }) => missShare === 0 && pick * edge.calls > 0);

const choicesFrom = (design: ResolvedDesign, flow: ResolvedFlow, from: string): readonly ResolvedEdge[] =>
  design.edges.filter(
    (edge) =>
      edge.from === from &&
      edge.choice &&
      edge.weight > 0 &&
      edge.fallbackOf === null &&
      edge.flows.includes(flow.id),
  );

/** The same in each of thousands of states. */
const known = new WeakMap<ResolvedDesign, Map<string, readonly Call[]>>();

function kept(design: ResolvedDesign, name: string, read: () => readonly Call[]): readonly Call[] {
  const ofDesign = known.get(design) ?? new Map<string, readonly Call[]>();
  known.set(design, ofDesign);
  const calls = ofDesign.get(name) ?? read();
  ofDesign.set(name, calls);
  return calls;
}

/**
 * Probability that a visit succeeds in one state: what is random in each call is drawn anew in each. Visits of a loop succeed where
 * they end: none is known to at first, and each round looks one call further.
 */
export function succeeds(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  works: (visit: Visit) => boolean,
): (visit: Visit) => number {
  let known = new Map<string, number>();
  const of = (visit: Visit): number => known.get(keyOf(visit)) ?? 0;
  const visitSucceeds = (visit: Visit): number =>
    works(visit) ? callsSucceed(design, flow, visit, of, works) : 0;
  const start = entryOf(flow);
  const reached = new Map([[keyOf(start), start]]);
  for (const visit of reached.values())
    for (const call of callsFrom(design, flow, visit))
      if (call.isSync)
        for (const made of [call, ...fallbackCalls(design, flow, call.edge, visit.operation)])
          reached.set(keyOf(made.to), made.to);
  for (let round = 0; round < 3000; round += 1) {
    const next = new Map([...reached].map(([key, visit]) => [key, visitSucceeds(visit)]));
    const change = [...next].map(([key, share]) => Math.abs(share - (known.get(key) ?? 0)));
    known = next;
    if (Math.max(...change) < 1e-15 && round > reached.size) break;
  }
  return of;
}

function callsSucceed(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  visit: Visit,
  of: (visit: Visit) => number,
  works: (visit: Visit) => boolean,
): number {
  const node = nodeOf(design, visit.id);
  const calls = callsFrom(design, flow, visit);
  const once = (call: Call): number => {
    const fallbacks = fallbackCalls(design, flow, call.edge, visit.operation).map(({ to }) => of(to));
    // The call and its fallback are drawn apart, in the same state of the components.
    return 1 - [of(call.to), ...fallbacks].reduce((failing, share) => failing * (1 - share), 1);
  };
  const all = (call: Call): number => {
    if (!call.isSync || call.edge.optional) return 1;
    const whole = Math.floor(call.edge.calls);
    const part = call.edge.calls - whole;
    return once(call) ** whole * (1 - part + part * once(call));
  };
  /** Where an aside cache is down and its look-up optional, every look-up misses. */
  const missOf = (cache: string, share: number): number => {
    const lookUp = calls.find(({ edge }) => edge.to === cache && edge.onMissOf !== cache);
    return lookUp?.isSync === true && lookUp.edge.optional && !works(lookUp.to) ? 1 : share;
  };
  const given = (missed: ReadonlySet<string>): number => {
    const runs = ({ edge }: Call) => edge.onMissOf === null || missed.has(edge.onMissOf);
    const always = calls.filter((call) => call.set === null && runs(call)).map(all);
    const sets = [...new Set(calls.flatMap(({ set }) => (set === null ? [] : [set])))].map((set) =>
      pickSucceeds(
        design,
        flow,
        node,
        calls.filter((call) => call.set === set),
        { all, runs, of, works, operation: visit.operation },
      ),
    );
    return [...always, ...sets].reduce((product, share) => product * share, 1);
  };
  const caches = new Map(
    calls.flatMap(({ edge, missShare }) => (edge.onMissOf === null ? [] : [[edge.onMissOf, missShare]])),
  );
  const outcomes = (left: readonly (readonly [string, number])[], missed: ReadonlySet<string>): number => {
    const [first, ...rest] = left;
    if (first === undefined) return given(missed);
    const miss = missOf(...first);
    return (
      (miss < 1 ? (1 - miss) * outcomes(rest, missed) : 0) +
      (miss > 0 ? miss * outcomes(rest, new Set([...missed, first[0]])) : 0)
    );
  };
  const hit = node.behaviour === 'inline-cache' ? hitRateOf(node, flow, visit.operation) : 0;
  return hit + (hit < 1 ? (1 - hit) * outcomes([...caches], new Set()) : 0);
}

interface Picking {
  readonly all: (call: Call) => number;
  readonly runs: (call: Call) => boolean;
  readonly of: (visit: Visit) => number;
  readonly works: (visit: Visit) => boolean;
  readonly operation: FlowKind;
}

/** A distributor with failover picks only among what its health checks find up, and fails where nothing is. */
function pickSucceeds(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  node: ResolvedNode,
  among: readonly Call[],
  { all, runs, works, operation }: Picking,
): number {
  const [first] = among;
  if (first === undefined) return 1;
  const picksUp = node.behaviour === 'distributor' && node.config.failover;
  const deep = picksUp && checksDependencies(design, node, among);
  const isUp = (call: Call): boolean =>
    works(call.to) && (!deep || needsAreUp(design, flow, call.to, works, new Set()));
  if (isGeo(node)) {
    const choices = choicesFrom(design, flow, node.id)
      .filter(({ calls }) => calls > 0 || !picksUp)
      .map((edge) => callAlong(design, flow, edge, operation));
    const near = choices.filter(({ pick }) => pick > 0);
    const hasNear = near.some((call) => (picksUp ? isUp(call) : works(call.to)));
    const from = hasNear ? near : choices;
    const up = picksUp ? from.filter(isUp) : from;
    const weights = up.reduce((sum, { edge }) => sum + edge.weight, 0);
    if (up.length === 0) return among.some(({ isSync }) => isSync) ? 0 : 1;
    return up.reduce((sum, call) => sum + (call.edge.weight / weights) * (runs(call) ? all(call) : 1), 0);
  }
  const left = picksUp ? among.filter(isUp) : among;
  // Nobody to pick is a failure though the call could be done without, unless nobody waits for any of them.
  if (left.length === 0) return picksUp && among.some(({ isSync }) => isSync) ? 0 : 1;
  const total = picksUp ? left.reduce((sum, { pick }) => sum + pick, 0) : 1;
  const missing = picksUp ? 0 : 1 - left.reduce((sum, { pick }) => sum + pick, 0);
  return left.reduce((sum, call) => sum + (call.pick / total) * (runs(call) ? all(call) : 1), missing);
}

/** Said by the design, else where the choices are in different regions. */
function checksDependencies(design: ResolvedDesign, node: ResolvedNode, among: readonly Call[]): boolean {
  const said = settingsOf(node).healthChecks;
  if (said !== null) return said === 'dependencies';
  const regions = new Set(among.map(({ edge }) => nodeOf(design, edge.to).region));
  return node.kind.id === 'dns' || (!regions.has(null) && regions.size > 1);
}

/** Every call behind it that is waited for and not optional finds its callee up, and what that needs in turn. */
function needsAreUp(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  visit: Visit,
  works: (visit: Visit) => boolean,
  seen: ReadonlySet<string>,
): boolean {
  if (!works(visit)) return false;
  if (seen.has(keyOf(visit))) return true;
  const beyond = new Set([...seen, keyOf(visit)]);
  return readCallsFrom(design, flow, visit)
    .filter(({ isSync, edge }) => isSync && !edge.optional)
    .every((call) =>
      [call, ...fallbackCalls(design, flow, call.edge, visit.operation)].some(({ to }) =>
        needsAreUp(design, flow, to, works, beyond),
      ),
    );
}
