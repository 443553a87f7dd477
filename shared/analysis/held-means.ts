import { ownMeanMs } from '../math/visit-response';
import type { FlowTimes } from './flow-times';
import { isStation } from './graph';
import type { Loaded } from './load-design';
import { ownTimeOf } from './station';
import { nodeAt, operationAt, visitsAt } from './visit-positions';

/**
 * Mean time that a request is in progress at each node, from when it has its place to its answer: wait for a server, its own time and its
 * calls. Timeouts of the calls end it where a node has places. NaN where it does not exist.
 */
export function heldMeans(loaded: Loaded, times: readonly FlowTimes[]): Float64Array {
  const { graph, loads, states, held } = loaded;
  const weight = new Float64Array(graph.nodeCount);
  const sum = new Float64Array(graph.nodeCount);
  times.forEach(({ traffic, withCallsMs, responseMs }, flow) => {
    const offered = loads.offeredRps[flow];
    for (const visit of traffic.nodes) {
      const rps = offered?.[visit] ?? 0;
      if (!(rps > 0)) continue;
      const at = nodeAt(graph, visit);
      const isRead = operationAt(graph, traffic.flow, visit) === 'read';
      weight[at] = (weight[at] as number) + rps;
      const stepsMs = (withCallsMs[visit] as number) - (responseMs[visit] as number);
      sum[at] = (sum[at] as number) + rps * (ownMs(loaded, at, isRead) + stepsMs);
    }
  });
  return Float64Array.from(graph.design.nodes, (node, at) => {
    const state = states[at];
    if (state === undefined || !isStation(node) || state.saturated || state.laneWaitMs === null)
      return Number.NaN;
    const total = weight[at] as number;
    const mix = total > 0 ? (sum[at] as number) / total : ownMs(loaded, at, true);
    return state.laneWaitMs + (held.get(at)?.rest.meanMs ?? mix);
  });
}

function ownMs({ graph }: Loaded, at: number, isRead: boolean): number {
  const node = graph.nodes[at];
  return node === undefined
    ? 0
    : ownMeanMs(ownTimeOf(node, isRead ? node.config.readMs : node.config.writeMs));
}

/** Whether a node has places and calls that time out, which ends how long these are held. */
export function endsByTimeouts({ graph, held }: Loaded, at: number): boolean {
  if (!held.has(at)) return false;
  const { start, edges } = graph.outgoing;
  return visitsAt(graph, at).some((visit) => {
    const calls = edges.subarray(start[visit], start[visit + 1]);
    return calls.some((call) => graph.sync[call] === 1 && graph.edges[call]?.timeoutMs !== null);
  });
}

/** Mean with calls of such a node: its waits before it is in progress and then; null for others. */
export function withCallsMeanMs(loaded: Loaded, at: number, heldMs: number): number | null {
  const { waitMs = null, laneWaitMs = null } = loaded.states[at] ?? {};
  if (waitMs === null || laneWaitMs === null || !endsByTimeouts(loaded, at)) return null;
  return waitMs - laneWaitMs + heldMs;
}
