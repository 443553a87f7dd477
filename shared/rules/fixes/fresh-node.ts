import { resolve } from '../../catalog/resolve';
import type { ResolvedNode } from '../../catalog/resolved';
import { sketch } from '../sketch';

const fresh = new Map<string, ResolvedNode | undefined>();

/** A node of the kind as it comes from the palette: every field at its default. Resolved once, for the catalog does not change. */
export function freshNode(kind: 'cache' | 'worker' | 'queue' | 'cdn' | 'service'): ResolvedNode | undefined {
  if (!fresh.has(kind)) fresh.set(kind, resolve(sketch({ fresh: kind }, '')).nodes[0]);
  return fresh.get(kind);
}

/** Utilization of a fresh node's servers when so many requests a second arrive, reads at a cache: λS ÷ c. */
export function freshUtilization(node: ResolvedNode, rps: number): number {
  const { replicas, concurrency, scaleUp, readMs, writeMs } = node.config;
  const serviceMs = node.behaviour === 'aside-cache' ? readMs : Math.max(readMs, writeMs);
  return (rps * serviceMs) / 1000 / (replicas * concurrency * scaleUp);
}
