import type { ResolvedNode } from '../catalog/resolved';
import { type Graph, isStation } from './graph';
import type { FlowTraffic } from './traffic';
import { nodeAt } from './visit-positions';

/** Whether a node tells an address, to which the connection is then made: it holds none itself. */
const isAsked = ({ kind }: ResolvedNode): boolean => kind.id === 'dns';

/** Whether a connection to a node goes on to what is behind it. */
function passesOn({ nodes }: Graph, at: number): boolean {
  const node = nodes[at];
  if (node === undefined) return false;
  return !isStation(node) || node.behaviour === 'distributor' || node.kind.id.endsWith('-gateway');
}

/**
 * Connections that clients hold open at each node, at `load` times what the flows declare: a flow's lead from its source through
 * distributors and gateways to the first other station, split by weight where one is picked; how often they are used does not
 * matter. DNS, which is asked beside them, holds none. Null where no node limits them.
 */
export function connectionsOf(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  load: number,
): Float64Array | null {
  if (!graph.nodes.some(({ config }) => config.connectionsPerReplica !== null)) return null;
  const held = new Float64Array(graph.nodeCount);
  for (const { flow, entry, pattern } of traffics) {
    const connections = (graph.flows[flow]?.connections ?? 0) * load;
    if (connections > 0 && entry >= 0) hold(graph, pattern, entry, connections, held);
  }
  return held;
}

/** Holds connections at a node and at what they lead to; a way that comes back to a node ends there. */
function hold(
  graph: Graph,
  { waited, multipliers }: FlowTraffic['pattern'],
  entry: number,
  connections: number,
  held: Float64Array,
): void {
  const onWay = new Set<number>();
  const pass = (visit: number, count: number): void => {
    const node = nodeAt(graph, visit);
    if (onWay.has(node)) return;
    const of = graph.nodes[node];
    if (of !== undefined && of.behaviour !== 'source' && !isAsked(of))
      held[node] = (held[node] as number) + count;
    if (!passesOn(graph, node)) return;
    onWay.add(node);
    for (let i = waited.start[visit] as number; i < (waited.start[visit + 1] as number); i++) {
      const edge = waited.edges[i] as number;
      pass(graph.to[edge] as number, count * (multipliers.share[edge] as number));
    }
    onWay.delete(node);
  };
  pass(entry, connections);
}
