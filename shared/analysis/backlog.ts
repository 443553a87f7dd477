import type { NodeFigures } from './analysis';
import type { Graph } from './graph';

/** What a spike leaves in a buffer. */
export interface Backlog {
  /** Messages left at the end of the spike. */
  readonly messages: number;
  /** Seconds from its end until nothing is left; null where the consumers are not faster than the base rate. */
  readonly drainSeconds: number | null;
  /** Age of the oldest message at the end of the spike. */
  readonly oldestSeconds: number;
}

/**
 * Fluid model of a spike of `seconds` at `peakRps` over a base of `baseRps`, consumers working off `drainRps`: backlog
 * (peak − drain) × seconds, drained in backlog ÷ (drain − base), the oldest backlog ÷ drain old.
 */
export function spikeBacklog(peakRps: number, drainRps: number, baseRps: number, seconds: number): Backlog {
  const messages = Math.max(0, (peakRps - drainRps) * seconds);
  if (messages === 0) return { messages, drainSeconds: 0, oldestSeconds: 0 };
  return {
    messages,
    drainSeconds: drainRps > baseRps ? messages / (drainRps - baseRps) : null,
    oldestSeconds: drainRps > 0 ? messages / drainRps : Number.POSITIVE_INFINITY,
  };
}

/** Servers of a consumer that have a partition to read; the others idle. */
export function workingConsumers(
  replicas: number,
  partitions: number | undefined,
  consumersPerPartition: number | undefined,
): number {
  return partitions === undefined ? replicas : Math.min(replicas, partitions * (consumersPerPartition ?? 1));
}

/**
 * Messages a second that the consumers of a buffer can work off: of competing ones the sum, of subscribers that each get
 * every message the slowest; consumers beyond the partitions idle. Null where nothing consumes it, or nothing bounds it.
 */
export function drainRateRps(
  graph: Graph,
  figures: readonly Pick<NodeFigures, 'capacityRps'>[],
  buffer: number,
): number | null {
  const { partitions, consumersPerPartition } = graph.nodes[buffer]?.config.other ?? {};
  const competing = new Map<number, number>();
  let slowest: number | null = null;
  const { start, edges } = graph.outgoing;
  for (let i = start[buffer] as number; i < (start[buffer + 1] as number); i++) {
    const edge = edges[i] as number;
    const consumer = graph.nodes[graph.to[edge] as number];
    const capacityRps = figures[graph.to[edge] as number]?.capacityRps ?? null;
    const calls = graph.edges[edge]?.calls ?? 0;
    if (consumer === undefined || capacityRps === null || calls === 0) continue;
    const { replicas } = consumer.config;
    const rate =
      ((capacityRps / calls) * workingConsumers(replicas, partitions, consumersPerPartition)) / replicas;
    const set = graph.choiceSet[edge] as number;
    if (set >= 0) competing.set(set, (competing.get(set) ?? 0) + rate);
    else slowest = Math.min(slowest ?? Number.POSITIVE_INFINITY, rate);
  }
  for (const rate of competing.values()) slowest = Math.min(slowest ?? Number.POSITIVE_INFINITY, rate);
  return slowest;
}

/** Whether a buffer keeps what a spike leaves until it is drained; null where it does not say how long it keeps messages. */
export function isRetained(backlog: Backlog, retentionSeconds: number | undefined): boolean | null {
  if (retentionSeconds === undefined) return null;
  return backlog.oldestSeconds <= retentionSeconds;
}
