import type { ResolvedNode } from '../catalog/resolved';
import { type Moments, neverEnds } from '../math/response-variance';
import { heldUpBy } from './held-up';
import type { LoadModel } from './load-model';
import type { PlacedLoads } from './place-shares';
import { delayOf } from './placed-wait';
import { serviceMix } from './station';

/** How long a node with places holds them. */
export interface HeldNode {
  /** Work, delay, slow part and steps of what arrives; NaN where a callee never answers. */
  readonly rest: Moments;
  /** What of it holds no server, ms; null where it does not exist. */
  readonly delayMs: number | null;
  /** Position of the callee that holds it up. */
  readonly heldUpBy: number | null;
}

const none: ReadonlyMap<number, HeldNode> = new Map();

/** Of each node with places, by its position. */
export function heldNodes(
  model: LoadModel,
  { loads, held, before }: PlacedLoads,
): ReadonlyMap<number, HeldNode> {
  if (held === null || before.held === null) return none;
  const first = { loads: before.loads, held: before.held };
  return new Map(
    model.placed.map((node) => {
      const rest = held.rest(node);
      const { readsRps = 0, writesRps = 0 } = loads.nodes[node] ?? {};
      const mix = serviceMix(model.graph.nodes[node] as ResolvedNode, readsRps, writesRps);
      const delayMs = Number.isNaN(rest.meanMs) ? null : delayOf(rest, mix.meanMs);
      return [
        node,
        {
          rest: Number.isNaN(rest.meanMs) ? neverEnds : rest,
          delayMs,
          heldUpBy: heldUpBy(model, node, first),
        },
      ];
    }),
  );
}
