import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import type { DataClass, Signal } from '../../model/vocabulary';
import { graphOf, isLive, outgoingOf } from './graph';

/** A source at which people or other companies stand: every source but a scheduler. */
export const isPublicSource = (node: ResolvedNode): boolean =>
  node.behaviour === 'source' && node.kind.id !== 'scheduler';

/** Run by another company: neither its load nor its mends are ours. */
export const isExternal = (node: ResolvedNode): boolean => node.layer === 'external';

/** A station that runs code of one's own: what has servers to observe, to deploy and to scale. */
export const isOwnCode = (node: ResolvedNode): boolean =>
  node.behaviour === 'station' && node.layer === 'service';

/** Whether what it keeps outlives a restart: a store, but neither a cache nor a buffer. */
export const isStore = (node: ResolvedNode): boolean => node.behaviour === 'store';

/** How many servers of it there are: replicas, or shards × replicas of a shard. */
export function serverCountOf({ behaviour, config }: ResolvedNode): number {
  return behaviour === 'store' ? config.shards * config.replicasPerShard : config.replicas;
}

/** How many copies answer for the same thing: replicas, or replicas of a shard. */
export const copiesOf = ({ behaviour, config }: ResolvedNode): number =>
  behaviour === 'store' ? config.replicasPerShard : config.replicas;

/** Whether a node keeps or handles data of the class. */
export const keeps = (node: ResolvedNode, data: DataClass): boolean =>
  node.config.other.dataClasses?.includes(data) ?? false;

/** Whether a signal of the node is watched: it says so itself, or it calls an observer of that kind, or that one it. */
export function isObserved(design: ResolvedDesign, node: ResolvedNode, signal: Signal): boolean {
  if (node.config.other.observed?.includes(signal)) return true;
  if (design.practices[signal]?.answer === 'yes') return true;
  return observedBy(design, signal).has(node.id);
}

const observed = new WeakMap<ResolvedDesign, Map<Signal, ReadonlySet<string>>>();

function observedBy(design: ResolvedDesign, signal: Signal): ReadonlySet<string> {
  const bySignal = observed.get(design) ?? new Map<Signal, ReadonlySet<string>>();
  observed.set(design, bySignal);
  const found = bySignal.get(signal);
  if (found !== undefined) return found;
  const { nodes } = graphOf(design);
  const ids = design.edges.flatMap(({ from, to }) => {
    if (nodes.get(to)?.kind.id === signal) return [from];
    return nodes.get(from)?.kind.id === signal ? [to] : [];
  });
  const set = new Set(ids);
  bySignal.set(signal, set);
  return set;
}

/** The calls from people and other companies into the design; lookups of names, which carry no request, left out. */
export function publicEdges(design: ResolvedDesign): readonly ResolvedEdge[] {
  const graph = graphOf(design);
  return design.nodes.filter(isPublicSource).flatMap((source) =>
    outgoingOf(graph, source.id).filter((edge) => {
      const callee = graph.nodes.get(edge.to);
      return isLive(edge) && callee !== undefined && callee.kind.id !== 'dns' && !isExternal(callee);
    }),
  );
}
