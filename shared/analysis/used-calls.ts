import { type Adjacency, adjacencyOf } from '../math/components';
import type { LoadModel } from './load-model';
import { usedEdges } from './spread';
import { endsByNode } from './visit-positions';

/** The calls that any flow makes, by node: those that a node makes and those that it gets. */
interface UsedCalls {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
}

const known = new WeakMap<LoadModel, UsedCalls>();

export function usedCalls(model: LoadModel): UsedCalls {
  const found = known.get(model);
  if (found !== undefined) return found;
  const { graph, traffics } = model;
  const { from, to } = endsByNode(graph);
  const used = usedEdges(graph, traffics);
  const made = {
    from,
    to,
    outgoing: adjacencyOf(graph.nodeCount, from, used),
    incoming: adjacencyOf(graph.nodeCount, to, used),
  };
  known.set(model, made);
  return made;
}

/** 1 for some nodes and for all that what arrives there goes on to, asynchronously too. */
export function reachedFrom(model: LoadModel, nodes: Iterable<number>): Uint8Array {
  const { outgoing, to } = usedCalls(model);
  return followed(model, nodes, outgoing, to);
}

/** 1 for some nodes and for all whose calls lead to them, over others too. */
export function leadingTo(model: LoadModel, nodes: Iterable<number>): Uint8Array {
  const { incoming, from } = usedCalls(model);
  return followed(model, nodes, incoming, from);
}

function followed(
  { graph }: LoadModel,
  nodes: Iterable<number>,
  { start, edges }: Adjacency,
  endOf: Int32Array,
): Uint8Array {
  const isMet = new Uint8Array(graph.nodeCount);
  const open: number[] = [];
  const meet = (node: number): void => {
    if (isMet[node] === 1) return;
    isMet[node] = 1;
    open.push(node);
  };
  for (const node of nodes) meet(node);
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (let i = start[node] as number; i < (start[node + 1] as number); i++)
      meet(endOf[edges[i] as number] as number);
  return isMet;
}
