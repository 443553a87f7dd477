import type { Edge } from '../model/schema';

/** The edges that leave one node with the position of each; `derived` where the document does not name it. */
export interface StepOfEdge {
  readonly step: number;
  readonly basis: 'document' | 'step-order' | 'step-after-cache';
}

/**
 * The order in which a node makes its calls. Edges that name a step are where they say; after all of them the others,
 * each a step of its own, in the order of the document; but an edge that carries the misses of a cache, directly after
 * the edge that asks the cache, at a fraction between that step and the next.
 */
export function stepsOf(outgoing: readonly Edge[], readFlows: readonly string[] = []): readonly StepOfEdge[] {
  if (outgoing.every((edge) => edge.step === undefined && edge.onMissOf === undefined))
    return outgoing.map((_, at) => stepAt(at + 1));
  const steps = stepsById(outgoing, cacheEdgesAmong(outgoing, readFlows));
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
    const next = anchors[placeAfter(anchors, anchor)] ?? anchor + 1;
    edges.forEach((edge, at) => {
      const step = anchor + ((next - anchor) * (at + 1)) / (edges.length + 1);
      steps.set(edge.id, { step, basis: 'step-after-cache' });
    });
  }
  return steps;
}

/** Position of the first of rising numbers that is over a value; their count where none is. */
function placeAfter(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The edges that lead to one node, and for each read flow the first two of them that let it through, by position. */
interface Asking {
  readonly edges: Edge[];
  readonly firsts: Map<string, number[]>;
}

/**
 * For each edge that carries a cache's misses the edge that asks the cache. Where several edges lead to it (reads,
 * invalidations), the first that asks for each of its read flows, and of these the last; failing that, the first of all.
 */
function cacheEdgesAmong(
  outgoing: readonly Edge[],
  readFlows: readonly string[],
): (edge: Edge) => Edge | undefined {
  const caches = new Set(outgoing.flatMap(({ onMissOf }) => (onMissOf === undefined ? [] : [onMissOf])));
  const asking = new Map<string, Asking>();
  for (const edge of outgoing) {
    // A call on a miss of its own callee fills it.
    if (!caches.has(edge.to) || edge.onMissOf === edge.to) continue;
    const known = asking.get(edge.to) ?? { edges: [], firsts: new Map<string, number[]>() };
    asking.set(edge.to, known);
    for (const flow of readFlows) {
      const firsts = known.firsts.get(flow) ?? [];
      known.firsts.set(flow, firsts);
      // Two, for an edge does not ask for its own misses.
      if (firsts.length < 2 && letsRead(edge, flow)) firsts.push(known.edges.length);
    }
    known.edges.push(edge);
  }
  return (edge) => {
    const of = edge.onMissOf === undefined ? undefined : asking.get(edge.onMissOf);
    if (of === undefined) return undefined;
    const isOther = (at: number): boolean => of.edges[at]?.id !== edge.id;
    let last = isOther(0) ? 0 : 1;
    for (const flow of readFlows) {
      if (!letsRead(edge, flow)) continue;
      last = Math.max(last, of.firsts.get(flow)?.find(isOther) ?? 0);
    }
    return of.edges[last];
  };
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
  const after = new Map<string, Edge[]>();
  for (const edge of followers) {
    const cacheEdge = cacheEdgeOf(edge)?.id ?? '';
    const others = after.get(cacheEdge);
    if (others === undefined) after.set(cacheEdge, [edge]);
    else others.push(edge);
  }
  // An edge, those that follow it, those that follow these: each once, so that a long chain is no deeper than a short one.
  const place = (first: Edge, anchor: number): void => {
    const edges = byAnchor.get(anchor) ?? [];
    byAnchor.set(anchor, edges);
    const open = [first];
    for (let edge = open.pop(); edge !== undefined; edge = open.pop()) {
      if (placed.has(edge.id)) continue;
      placed.add(edge.id);
      edges.push(edge);
      const next = after.get(edge.id) ?? [];
      for (let i = next.length - 1; i >= 0; i--) open.push(next[i] as Edge);
    }
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
