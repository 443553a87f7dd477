import { type Adjacency, adjacencyOf, componentsFrom } from '../math/components';
import type { Graph } from './graph';
import type { LoadModel } from './load-model';
import { endsByNode } from './visit-positions';

/** The calls of all flows that their callers wait for, by the nodes that make them. */
const waitedOf = new WeakMap<LoadModel, Adjacency>();

export function waitedCalls(model: LoadModel): Adjacency {
  const known = waitedOf.get(model);
  if (known !== undefined) return known;
  const { graph, traffics } = model;
  const isWaited = new Uint8Array(graph.edges.length);
  for (const { edges } of traffics) for (const edge of edges) isWaited[edge] = graph.sync[edge] as number;
  const made = adjacencyOf(
    graph.nodeCount,
    endsByNode(graph).from,
    graph.outgoing.edges,
    (edge) => isWaited[edge] === 1,
  );
  waitedOf.set(model, made);
  return made;
}

/** Whether a node waits for a call to itself. */
export function callsItself(graph: Graph, { start, edges }: Adjacency, node: number): boolean {
  const { to } = endsByNode(graph);
  for (let i = start[node] as number; i < (start[node + 1] as number); i++)
    if (to[edges[i] as number] === node) return true;
  return false;
}

/** What some nodes wait for: a search asks for the same ones at each load that it tries. */
type Components = readonly (readonly number[])[];

interface KnownComponents {
  readonly ofOne: Map<number, Components>;
  /** By the list itself. */
  readonly ofLists: WeakMap<readonly number[], Components>;
}

const componentsOf = new WeakMap<LoadModel, KnownComponents>();

/** Some nodes and all that they wait for, callees before callers, loops as one. */
export function waitedComponents(model: LoadModel, nodes: readonly number[]): Components {
  const known = componentsOf.get(model) ?? { ofOne: new Map(), ofLists: new WeakMap() };
  componentsOf.set(model, known);
  const [first] = nodes;
  const isOne = first !== undefined && nodes.length === 1;
  const found = isOne ? known.ofOne.get(first) : known.ofLists.get(nodes);
  if (found !== undefined) return found;
  const made = componentsFrom(nodes, waitedCalls(model), endsByNode(model.graph).to);
  if (isOne) known.ofOne.set(first, made);
  else known.ofLists.set(nodes, made);
  return made;
}

/** The positions of some nodes and of all that they wait for. */
export const waitedForBy = (model: LoadModel, nodes: readonly number[]): readonly number[] =>
  waitedComponents(model, nodes).flat();
