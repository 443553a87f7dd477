import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { isModelled } from './graph';
import { partsOf } from './parts';

/** One who takes messages from a buffer. */
export interface Consumer {
  readonly node: ResolvedNode;
  readonly edge: ResolvedEdge;
}

const known = new WeakMap<ResolvedDesign, Map<string, readonly Consumer[]>>();

/**
 * The stations and stores that take messages from a buffer; neither plain boxes nor observers nor a buffer behind it.
 * Looked up once a design, since most rules of buffers need it.
 */
export function consumersOf(design: ResolvedDesign, buffer: ResolvedNode): readonly Consumer[] {
  const ofDesign = known.get(design) ?? new Map<string, readonly Consumer[]>();
  known.set(design, ofDesign);
  const found = ofDesign.get(buffer.id);
  if (found !== undefined) return found;
  const consumers: Consumer[] = [];
  for (const { edge, isLive, to } of partsOf(design).byId.get(buffer.id)?.calls ?? []) {
    if (isLive && isModelled(to.node) && to.node.behaviour !== 'buffer')
      consumers.push({ node: to.node, edge });
  }
  ofDesign.set(buffer.id, consumers);
  return consumers;
}

/** Servers that can read a buffer side by side: partitions × consumers of one; null where it is not split. */
export function placesOf({ config }: ResolvedNode): number | null {
  const { partitions, consumersPerPartition = 1 } = config.other;
  return partitions === undefined ? null : partitions * consumersPerPartition;
}

/** Servers of a consumer that have a place at every split buffer that it reads; the others idle. */
export function workingServers(design: ResolvedDesign, consumer: string, servers: number): number {
  let working = servers;
  for (const { from, isLive } of partsOf(design).byId.get(consumer)?.callers ?? []) {
    if (from.node.behaviour === 'buffer' && isLive)
      working = Math.min(working, placesOf(from.node) ?? working);
  }
  return working;
}
