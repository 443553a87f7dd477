import type { ResolvedNode } from '../catalog/resolved';
import type { Approximation } from './analysis';
import type { FlowTimes } from './flow-times';
import { type Graph, isStation } from './graph';
import { laggingOf } from './lagging';
import type { Spread, StationState } from './station';
import { nodeAt, operationAt, visitsAt } from './visit-positions';

/** Why the percentiles of a flow are outside the bound of a plain network of queues, in a fixed order. */
export function approximationsOf(
  graph: Graph,
  { traffic, shapes }: FlowTimes,
  states: readonly StationState[],
  spreads: readonly Spread[],
  isBeyondBudget: boolean,
): readonly Approximation[] {
  const { entry, nodes, syncVisits } = traffic;
  const { parallel, loop, repeated } = shapes();
  const applies: Record<Approximation, boolean> = {
    parallel: false,
    'repeated-visits': repeated[entry] === 1,
    loop: false,
    'general-service': false,
    'round-robin': false,
    replicated: false,
    asynchronous: laggingOf(graph, traffic.pattern).lags[entry] === 1,
    places: false,
    budget: isBeyondBudget,
  };
  const visitsOf = (node: number): number =>
    visitsAt(graph, node).reduce((sum, at) => sum + (syncVisits[at] as number), 0);
  let waits = false;
  for (const at of nodes) {
    const visits = syncVisits[at] as number;
    if (!(visits > 0)) continue;
    if (parallel[at] === 1) applies.parallel = true;
    if (loop[at] === 1) applies.loop = true;
    const node = graph.nodes[at] as ResolvedNode;
    const state = states[at];
    if (!isStation(node) || state === undefined) continue;
    waits = true;
    if (visitsOf(nodeAt(graph, at)) > 1 + 1e-9) applies['repeated-visits'] = true;
    for (const reason of approximationsAt(node, state, spreads[nodeAt(graph, at)])) applies[reason] = true;
    const isRead = operationAt(graph, traffic.flow, at) === 'read';
    if (isRead ? state.readsReplicated : state.writesReplicated) applies.replicated = true;
  }
  if (!waits) applies['repeated-visits'] = false;
  return inFixedOrder((of) => applies[of]);
}

/** Why the wait at a station is approximate, whoever comes there. */
export function approximationsAt(
  node: ResolvedNode,
  state: StationState,
  spread: Spread | undefined,
): readonly Approximation[] {
  const applies: Partial<Record<Approximation, boolean>> = {
    'general-service': !isExponential(node, state) && (state.waitProbability ?? 1) > 0.01,
    'round-robin': spread?.kind === 'round-robin' && node.config.replicas > 1,
    places: (state.places?.waitProbability ?? 0) > 0.01,
  };
  return inFixedOrder((of) => applies[of] === true);
}

/** Whether service times are exponential: reads and writes of different length are a mixture, which varies more. */
const isExponential = ({ config }: ResolvedNode, { serviceScv }: StationState): boolean =>
  config.cv === 1 && Math.abs(serviceScv - 1) < 1e-9;

/** The approximations that a condition holds of. */
export const inFixedOrder = (holds: (of: Approximation) => boolean): readonly Approximation[] =>
  approximations.filter(holds);

const approximations: readonly Approximation[] = [
  'parallel',
  'repeated-visits',
  'loop',
  'general-service',
  'round-robin',
  'replicated',
  'asynchronous',
  'places',
  'budget',
];
