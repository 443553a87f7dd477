/** A set of positions and the product of their weights. */
export interface WeighedSet {
  readonly members: readonly number[];
  readonly weight: number;
}

/**
 * All sets of positions that are not empty, those with the largest product of weights first; no weight may be over 1. With the
 * odds q ÷ p that components are down these are the states of a system but for the one with all up, the most probable first
 * (Li, Silvester, IEEE Transactions on Communications 32, 1984).
 */
export function* likeliestSets(weights: readonly number[]): Generator<WeighedSet, void> {
  const order = [...weights.keys()].sort((a, b) => weightAt(weights, b) - weightAt(weights, a) || a - b);
  const sorted = order.map((position) => weightAt(weights, position));
  /** A binary heap; the members of its sets are places in the sorted weights, the last of them the largest. */
  const heap: WeighedSet[] = [];
  if (sorted.length > 0) push(heap, { members: [0], weight: sorted[0] as number });
  for (let best = pop(heap); best !== undefined; best = pop(heap)) {
    yield { members: best.members.map((place) => order[place] as number), weight: best.weight };
    const last = best.members[best.members.length - 1] as number;
    const next = sorted[last + 1];
    if (next === undefined) continue;
    push(heap, { members: [...best.members, last + 1], weight: best.weight * next });
    const others = best.members.slice(0, -1);
    push(heap, {
      members: [...others, last + 1],
      weight: others.reduce((product, place) => product * (sorted[place] as number), next),
    });
  }
}

const weightAt = (weights: readonly number[], position: number): number => weights[position] as number;

function push(heap: WeighedSet[], set: WeighedSet): void {
  let at = heap.length;
  heap.push(set);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as WeighedSet;
    if (above.weight >= set.weight) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = set;
}

function pop(heap: WeighedSet[]): WeighedSet | undefined {
  const best = heap[0];
  const last = heap.pop();
  if (best === undefined || last === undefined || heap.length === 0) return best;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (
      child + 1 < heap.length &&
      (heap[child + 1] as WeighedSet).weight > (heap[child] as WeighedSet).weight
    )
      child += 1;
    const below = heap[child] as WeighedSet;
    if (below.weight <= last.weight) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
  return best;
}
