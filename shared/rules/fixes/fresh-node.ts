import { resolve } from '../../catalog/resolve';
import type { ResolvedNode } from '../../catalog/resolved';
import { sketch } from '../sketch';

type FreshKind = 'cache' | 'cdn' | 'client' | 'object-store' | 'queue' | 'service' | 'worker';

const fresh = new Map<string, ResolvedNode | undefined>();

/** A node of the kind as it comes from the palette: every field at its default. Resolved once, for the catalog does not change. */
export function freshNode(kind: FreshKind): ResolvedNode | undefined {
  if (!fresh.has(kind)) fresh.set(kind, resolve(sketch({ fresh: kind }, '')).nodes[0]);
  return fresh.get(kind);
}

/** The group of a node, for one that is added beside it. */
export const groupField = ({ group }: ResolvedNode): { readonly group?: string } =>
  group === null ? {} : { group };

/** Utilization of a fresh node's servers when so many requests a second arrive, reads at a cache: λS ÷ c. */
export function freshUtilization(node: ResolvedNode, rps: number): number {
  const { replicas, concurrency, readMs, writeMs } = node.config;
  const serviceMs = node.behaviour === 'aside-cache' ? readMs : Math.max(readMs, writeMs);
  return (rps * serviceMs) / 1000 / (replicas * concurrency);
}
