import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { firstFlow } from '../../edits/flow-offers';
import { newEdge } from '../../edits/new-edge';
import type { Change } from '../../model/changes';
import type { Node } from '../../model/schema';
import { graphOf, incomingOf, isModelled, reachedFrom } from '../facts/graph';
import type { QuickFix } from '../rule';
import { freshNode } from './fresh-node';
import { newIds } from './new-ids';

const notForClients: ReadonlySet<string> = new Set(['store', 'aside-cache', 'buffer', 'observer']);

/** A first flow for a source that has none, or a rate for one that it has. */
export function startFlow(design: ResolvedDesign, source: ResolvedNode): QuickFix {
  const idle = design.flows.find((flow) => flow.entry === source.id) ?? design.flows[0];
  const first = firstFlow(source.id, source.kind.id);
  const rps = rateOf(first);
  const change: Change =
    idle === undefined ? first : { op: 'patch-flow', id: idle.id, patch: { rate: { rps } } };
  const values = { node: { part: source.id }, rate: { rps } };
  return { id: 'start-flow', title: 'Start {rate}', values, changes: [change] };
}

const rateOf = (change: Change): number => (change.op === 'add-flow' ? (change.flow.rate.rps ?? 0) : 0);

/**
 * A client with its first flow, that calls whatever nothing else calls. Null where that is a store or a queue, which no client may
 * call, or a circle, which has no beginning.
 */
export function addClient(design: ResolvedDesign): QuickFix | null {
  const graph = graphOf(design);
  const modelled = design.nodes.filter((node) => isModelled(node));
  const heads = modelled.filter(({ id }) => incomingOf(graph, id).every(({ from }) => from === id));
  const client = freshNode('client');
  if (client === undefined || heads.length === 0 || heads.some((node) => notForClients.has(node.behaviour)))
    return null;
  const reached = reachedFrom(
    graph,
    heads.map(({ id }) => id),
  );
  if (modelled.some(({ id }) => !reached.has(id))) return null;
  const newId = newIds(design);
  const id = newId('client');
  const calls = heads.map((head): Change => {
    const ends = { id: newId(`${id}-${head.id}`), from: id, to: head.id };
    return { op: 'add-edge', edge: newEdge(ends, client, head) };
  });
  const node: Node = { id, kind: 'client' };
  const flow = firstFlow(id, node.kind);
  const changes: readonly Change[] = [{ op: 'add-node', node }, flow, ...calls];
  return { id: 'add-client', title: 'Add a client', values: { rate: { rps: rateOf(flow) } }, changes };
}
