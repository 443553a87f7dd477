import { adjacencyOf, componentsFrom } from '../../math/components';

/** Who calls whom, by id. */
export type Calls = ReadonlyMap<string, readonly string[]>;

/**
 * The sets of nodes that call one another in a circle, a node that calls itself among them, each in the order of `ids`, in
 * which the sets too stand by their first member. Linear in nodes and calls.
 */
export function cyclesOf(ids: readonly string[], calls: Calls): readonly (readonly string[])[] {
  const positions = new Map(ids.map((id, position) => [id, position]));
  const from: number[] = [];
  const to: number[] = [];
  ids.forEach((id, position) => {
    for (const callee of calls.get(id) ?? []) {
      from.push(position);
      to.push(positions.get(callee) ?? position);
    }
  });
  const all = from.map((_, call) => call);
  const adjacency = adjacencyOf(ids.length, Int32Array.from(from), all);
  const idOf = (position: number): string => ids[position] ?? '';
  return componentsFrom(positions.values(), adjacency, Int32Array.from(to))
    .filter(([first = -1, ...others]) => others.length > 0 || calls.get(idOf(first))?.includes(idOf(first)))
    .map((members) => members.toSorted((a, b) => a - b))
    .toSorted(([a = 0], [b = 0]) => a - b)
    .map((members) => members.map(idOf));
}

/** A shortest circle from the first member back to it, both ends named; by breadth, so linear. */
export function circleThrough(members: readonly string[], calls: Calls): readonly string[] {
  const [start] = members;
  if (start === undefined) return [];
  const inside = new Set(members);
  const before = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const callee of calls.get(id) ?? []) {
      if (callee === start) return [...wayBack(id, before), start];
      if (!inside.has(callee) || before.has(callee)) continue;
      before.set(callee, id);
      queue.push(callee);
    }
  }
  return [start];
}

function wayBack(last: string, before: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (let id: string | undefined = last; id !== undefined; id = before.get(id)) way.push(id);
  return way.reverse();
}
