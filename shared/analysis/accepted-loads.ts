import type { Loads } from './loads';
import { accepted } from './rate-limit';
import type { NodeLoad } from './station';

/** What each node has to serve of its load: all but what it refuses; with places, how long what it serves holds them beside its work. */
export const acceptedLoads = (
  { nodes, passed }: Loads,
  held: ReadonlyMap<number, { readonly delayMs: number | null }>,
): readonly NodeLoad[] =>
  nodes.map((load, node) => {
    const served = accepted(load, passed[node]?.refused ?? 0);
    const delayMs = held.get(node)?.delayMs ?? null;
    return delayMs === null ? served : { ...served, delayMs };
  });
