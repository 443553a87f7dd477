import { settle, turnsFor } from '../math/settle';
import type { Graph } from './graph';
import type { Loads } from './loads';
import { passedFor } from './passed';
import { type Plan, planOf } from './plan';
import type { FlowTraffic } from './traffic';
import { inlineHitRate, operationAt } from './visit-positions';

/** Turns after which a loop's share of successes is taken as settled. */
const mostTurns = 100_000;

/**
 * The share of a flow's requests that succeed with every component up: a visit fails with 1 − the share that its station
 * passes on (a refusal with f^(retries + 1)), a request where a synchronous call that is not optional fails.
 */
export function servedShareOf(graph: Graph, traffic: FlowTraffic, loads: Loads): number {
  const { entry, nodes, syncVisits, pattern } = traffic;
  if (entry < 0) return 1;
  const passes = (node: number) => passedFor(loads.passed[node], operationAt(graph, traffic.flow, node));
  const isWaitedFor = (node: number) => (syncVisits[node] as number) > 0;
  if (nodes.every((node) => passes(node) >= 1 || !isWaitedFor(node))) return 1;
  const calls = new Float64Array(graph.nodes.length).fill(1);
  const plans = new Map<number, Plan>();
  const planAt = (node: number): Plan => {
    const plan = plans.get(node) ?? planOf(graph, pattern, node);
    plans.set(node, plan);
    return plan;
  };
  const success = (node: number): number => {
    const hits = inlineHitRate(graph, traffic.flow, node);
    return hits + (1 - hits) * planSucceeds(planAt(node), callSucceeds);
  };
  const callSucceeds = (edge: number): number => {
    const of = graph.edges[edge];
    if (of === undefined || of.optional) return 1;
    const to = graph.to[edge] as number;
    const refused = loads.passed[to]?.refused ?? 0;
    // What is accepted may still be lost to a saturated network; retries answer refusals only.
    const kept = refused < 1 ? Math.min(1, passes(to) / (1 - refused)) : 1;
    return (1 - refused ** (of.retries + 1)) * kept * (calls[to] as number);
  };
  for (const component of pattern.components) {
    const members = component.filter(isWaitedFor);
    const nodeAt = (at: number): number => members[at] as number;
    const mutual = {
      count: members.length,
      read: (at: number) => calls[nodeAt(at)] as number,
      write(at: number, value: number) {
        calls[nodeAt(at)] = value;
      },
      workOut: (at: number) => success(nodeAt(at)),
    };
    settle(mutual, 1e-14, turnsFor(members.length, mostTurns));
  }
  return passes(entry) * (calls[entry] as number);
}

/** Probability that every call of a plan succeeds. */
function planSucceeds(plan: Plan, callSucceeds: (edge: number) => number): number {
  let product = 1;
  for (const part of plan) {
    if (part.kind === 'pick') {
      product *= part.outcomes.reduce(
        (sum, { probability, plan: further }) => sum + probability * planSucceeds(further, callSucceeds),
        0,
      );
      continue;
    }
    for (const { edge, probability, whole, fraction } of part.calls) {
      const each = callSucceeds(edge);
      product *= 1 - probability + probability * each ** whole * (1 - fraction + fraction * each);
    }
  }
  return product;
}
