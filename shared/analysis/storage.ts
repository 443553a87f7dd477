import type { ResolvedDesign, ResolvedNode } from '../catalog/resolved';
import { yearSeconds } from '../math/calendar';
import type { LoadModel } from './load-model';
import { usageOf } from './usage';

/** Seconds for which a store keeps what is written: its own, else the workload's; null without either. */
export function retentionOf({ workload }: ResolvedDesign, { config }: ResolvedNode): number | null {
  if (config.other.retentionSeconds !== undefined) return config.other.retentionSeconds;
  return workload.retentionYears === undefined ? null : workload.retentionYears * yearSeconds;
}

/** Copies that are counted and paid for: a provider that keeps them has them in its price. */
export const copiesOf = ({ config }: ResolvedNode): number =>
  config.other.durable === true ? 1 : config.replicasPerShard;

/** Bytes that a store has after so many seconds, at most its retention, in all copies and with indexes and overhead. */
export function storedAfter(model: LoadModel, node: number, seconds: number): number {
  const of = model.graph.nodes[node];
  if (of?.behaviour !== 'store') return 0;
  const kept = Math.min(seconds, retentionOf(model.graph.design, of) ?? Number.POSITIVE_INFINITY);
  const written = usageOf(model).storedBytes[node] as number;
  return written * kept * copiesOf(of) * (of.config.other.storageFactor ?? 1);
}

/**
 * Bytes that a store keeps in all its copies: what is written × retention × copies × overhead. Null for what is no store,
 * and where something is written but nothing says how long it is kept.
 */
export function storageBytes(model: LoadModel, node: number): number | null {
  const of = model.graph.nodes[node];
  if (of?.behaviour !== 'store') return null;
  if (usageOf(model).storedBytes[node] === 0) return 0;
  const retention = retentionOf(model.graph.design, of);
  return retention === null ? null : storedAfter(model, node, retention);
}

/** Of a store in memory: what it keeps ÷ the memory of all its servers; null where either is not known. */
export function memoryUtilization(node: ResolvedNode, stored: number | null): number | null {
  const { inMemory, memoryBytes } = node.config.other;
  if (node.behaviour !== 'store' || inMemory !== true || memoryBytes === undefined || stored === null)
    return null;
  const memory = copiesOf(node) * node.config.shards * memoryBytes;
  return memory === 0 ? null : stored / memory;
}
