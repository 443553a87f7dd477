import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import type { DataClass, Signal } from '../../model/vocabulary';
import { nodesOfBehaviour, nodesOfKind } from './nodes';
import { partsOf } from './parts';

/** A source at which people or other companies stand: every source but a scheduler. */
export const isPublicSource = (node: ResolvedNode): boolean =>
  node.behaviour === 'source' && node.kind.id !== 'scheduler';

/** Whether somebody waits for the requests of a flow: a scheduler starts its runs and waits for none. */
export const isWaitedFor = (design: ResolvedDesign, { entry }: ResolvedFlow): boolean =>
  partsOf(design).byId.get(entry)?.node.kind.id !== 'scheduler';

/** Run by another company: neither its load nor its fixes are ours. */
export const isExternal = (node: ResolvedNode): boolean => node.layer === 'external';

/** A station that runs code of one's own: what has servers to observe, to deploy and to scale. */
export const isOwnCode = (node: ResolvedNode): boolean =>
  node.behaviour === 'station' && node.layer === 'service';

/** Whether what it keeps survives a restart: a store, but neither a cache nor a buffer. */
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

const observed = new WeakMap<ResolvedDesign, Map<Signal, ReadonlySet<string>>>();

/** The nodes that call an observer of the signal, or that one calls. */
export function observedBy(design: ResolvedDesign, signal: Signal): ReadonlySet<string> {
  const bySignal = observed.get(design) ?? new Map<Signal, ReadonlySet<string>>();
  observed.set(design, bySignal);
  const found = bySignal.get(signal);
  if (found !== undefined) return found;
  const { byId } = partsOf(design);
  const ids = new Set<string>();
  for (const { id } of nodesOfKind(design, signal)) {
    const part = byId.get(id);
    for (const { from } of part?.callers ?? []) ids.add(from.node.id);
    for (const { to } of part?.calls ?? []) if (to.node.kind.id !== signal) ids.add(to.node.id);
  }
  bySignal.set(signal, ids);
  return ids;
}

/** Whether the document says that a call does not come over the internet: from an office, a vehicle, another system of one's own. */
const staysInside = ({ network, basis }: ResolvedEdge): boolean =>
  network !== 'internet' && basis['network']?.kind === 'document';

/** The calls from people and other companies into the design; lookups of names, which carry no request, left out. */
export function publicEdges(design: ResolvedDesign): readonly ResolvedEdge[] {
  const { byId } = partsOf(design);
  const edges: ResolvedEdge[] = [];
  for (const source of nodesOfBehaviour(design, 'source')) {
    if (!isPublicSource(source)) continue;
    for (const { edge, to, isLive } of byId.get(source.id)?.calls ?? []) {
      if (isLive && !staysInside(edge) && to.node.kind.id !== 'dns' && !isExternal(to.node)) edges.push(edge);
    }
  }
  return edges;
}
