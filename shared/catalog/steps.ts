import { highest } from '../math/extremes';
import type { Edge } from '../model/schema';

/** The edges that leave one node with the position of each; `derived` where the document does not name it. */
export interface StepOfEdge {
  readonly step: number;
  readonly basis: 'document' | 'step-order' | 'step-after-cache';
}

/**
 * The order in which a node makes its calls. Edges that name a step stand where they say; after all of them the others,
 * each a step of its own, in the order of the document; but an edge that carries the misses of a cache, directly after
 * the edge that asks the cache, at a fraction between that step and the next.
 */
export function stepsOf(outgoing: readonly Edge[], readFlows: readonly string[] = []): readonly StepOfEdge[] {
  if (outgoing.every((edge) => edge.step === undefined && edge.onMissOf === undefined))
    return outgoing.map((_, at) => stepAt(at + 1));
  const steps = stepsById(outgoing, (edge) => cacheEdgeAmong(edge, outgoing, readFlows));
  return outgoing.map((edge) => steps.get(edge.id) ?? stepAt(1));
}

const inOrder: StepOfEdge[] = [];

/** A call's place in the order of a document; one object for each, for most edges name no step. */
export function stepAt(step: number): StepOfEdge {
  if (step > 256) return { step, basis: 'step-order' };
  for (let next = inOrder.length + 1; next <= step; next += 1)
    inOrder.push({ step: next, basis: 'step-order' });
  return inOrder[step - 1] ?? { step, basis: 'step-order' };
}

function stepsById(
  outgoing: readonly Edge[],
  cacheEdgeOf: (edge: Edge) => Edge | undefined,
): ReadonlyMap<string, StepOfEdge> {
  const named = outgoing.flatMap((edge) => (edge.step === undefined ? [] : [edge.step]));
  const steps = new Map<string, StepOfEdge>();
  let last = named.reduce((highest, step) => Math.max(highest, step), 0);
  const followers: Edge[] = [];
  for (const edge of outgoing) {
    if (edge.step !== undefined) steps.set(edge.id, { step: edge.step, basis: 'document' });
    else if (cacheEdgeOf(edge) !== undefined) followers.push(edge);
    else {
      last += 1;
      steps.set(edge.id, { step: last, basis: 'step-order' });
    }
  }
  const anchors = [...new Set([...steps.values()].map(({ step }) => step))].sort((a, b) => a - b);
  for (const [anchor, edges] of followersByAnchor(followers, cacheEdgeOf, steps)) {
    const next = anchors.find((step) => step > anchor) ?? anchor + 1;
    edges.forEach((edge, at) => {
      const step = anchor + ((next - anchor) * (at + 1)) / (edges.length + 1);
      steps.set(edge.id, { step, basis: 'step-after-cache' });
    });
  }
  return steps;
}

/**
 * The edge that asks the cache whose misses this edge carries. Where several edges lead to it (reads, invalidations),
 * the first that asks for each of its read flows, and of these the last; failing that, the first of all.
 */
function cacheEdgeAmong(
  edge: Edge,
  outgoing: readonly Edge[],
  readFlows: readonly string[],
): Edge | undefined {
  if (edge.onMissOf === undefined) return undefined;
  const asking = outgoing.filter((other) => other.to === edge.onMissOf && other.id !== edge.id);
  const firsts = readFlows
    .filter((flow) => letsRead(edge, flow))
    .map((flow) => asking.findIndex((other) => letsRead(other, flow)));
  return asking[highest(firsts, 0)];
}

/** Whether an edge of the document lets a read flow through; one that names none is taken to. */
const letsRead = ({ flows = 'all' }: Edge, flow: string): boolean =>
  typeof flows === 'string' ? flows !== 'write' : flows.includes(flow);

/** Followers in their order, under the step that they come after; misses of a second cache follow that cache. */
function followersByAnchor(
  followers: readonly Edge[],
  cacheEdgeOf: (edge: Edge) => Edge | undefined,
  steps: ReadonlyMap<string, StepOfEdge>,
): ReadonlyMap<number, readonly Edge[]> {
  const byAnchor = new Map<number, Edge[]>();
  const placed = new Set<string>();
  const place = (edge: Edge, anchor: number): void => {
    if (placed.has(edge.id)) return;
    placed.add(edge.id);
    byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), edge]);
    for (const next of followers) if (cacheEdgeOf(next)?.id === edge.id) place(next, anchor);
  };
  for (const edge of followers) {
    const anchor = steps.get(cacheEdgeOf(edge)?.id ?? '');
    if (anchor !== undefined) place(edge, anchor.step);
  }
  // Two caches that carry each other's misses have no order; the analysis refuses them, here they only need a place.
  const end = [...steps.values()].reduce((highest, { step }) => Math.max(highest, step), 0) + 1;
  for (const edge of followers) place(edge, end);
  return byAnchor;
}
