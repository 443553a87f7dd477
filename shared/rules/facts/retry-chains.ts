import type { ResolvedDesign, ResolvedEdge, ResolvedFlow } from '../../catalog/resolved';
import { calleesFirst, waitedCalls } from './callees-first';
import { graphOf, incomingOf, waitsFor } from './graph';

/** The most tries that one request of a flow can lead to at the end of a chain of calls. */
export interface RetryChain {
  /** Π (retries + 1) along the chain; 1 where nothing is tried again. */
  readonly attempts: number;
  /** The calls of the chain that are tried again, the caller's first. */
  readonly retried: readonly ResolvedEdge[];
}

const none: RetryChain = { attempts: 1, retried: [] };

/** Tries of one call: a circuit breaker stops them while the callee is down, which is when they would multiply. */
const triesOf = (edge: ResolvedEdge): number => (edge.circuitBreaker ? 1 : edge.retries + 1);

/**
 * Whether some chain, of whichever flow, can come to more than `attempts` tries: one call alone, or one that is tried again with
 * another behind it. Linear, once for all flows.
 */
export function mayMultiply(design: ResolvedDesign, attempts: number): boolean {
  const tried = design.edges.filter((edge) => triesOf(edge) > 1);
  if (tried.some((edge) => triesOf(edge) > attempts)) return true;
  if (tried.length < 2) return false;
  const graph = graphOf(design);
  const above = new Set(tried.map(({ from }) => from));
  // A set yields what is added to it during the walk, so it is its own queue.
  for (const id of above)
    for (const edge of incomingOf(graph, id)) if (waitsFor(graph, edge)) above.add(edge.from);
  return tried.some(({ to }) => above.has(to));
}

/**
 * The chain of calls that the flow waits for with the largest product of tries. A call back into the chain counts no
 * further. Linear in the calls that the flow is carried by.
 */
export function worstRetryChain(design: ResolvedDesign, flow: ResolvedFlow): RetryChain {
  const graph = graphOf(design);
  const worst = new Map<string, RetryChain>();
  for (const id of calleesFirst(graph, flow)) {
    let most = none;
    for (const edge of waitedCalls(graph, flow, id)) {
      // What is not known yet is further up the chain.
      const further = worst.get(edge.to) ?? none;
      const tries = triesOf(edge);
      if (tries * further.attempts <= most.attempts) continue;
      const retried = tries > 1 ? [edge, ...further.retried] : further.retried;
      most = { attempts: tries * further.attempts, retried };
    }
    worst.set(id, most);
  }
  return worst.get(flow.entry) ?? none;
}

/** The calls that are tried again and behind which no other is: where one layer alone would retry. */
export function lastRetried(design: ResolvedDesign, flow: ResolvedFlow): ReadonlySet<ResolvedEdge> {
  const graph = graphOf(design);
  const retriesBelow = new Set<string>();
  const last = new Set<ResolvedEdge>();
  for (const id of calleesFirst(graph, flow)) {
    for (const edge of waitedCalls(graph, flow, id)) {
      const isBelow = retriesBelow.has(edge.to);
      if (isBelow || triesOf(edge) > 1) retriesBelow.add(id);
      if (!isBelow && triesOf(edge) > 1) last.add(edge);
    }
  }
  return last;
}

/** The calls of the flow that are waited for and tried again. */
export function retriedCalls(design: ResolvedDesign, flow: ResolvedFlow): readonly ResolvedEdge[] {
  const graph = graphOf(design);
  return calleesFirst(graph, flow).flatMap((id) =>
    waitedCalls(graph, flow, id).filter((edge) => triesOf(edge) > 1),
  );
}
