import type { ResolvedNode } from '../../catalog/resolved';
import type { Node } from '../../model/schema';
import { isStation } from '../graph';
import { serversOf } from '../station';
import { copiesOf } from '../storage';

/** What a design can be given more or less of. */
export const sizes = ['replicas', 'scaleUp', 'shards', 'replicasPerShard'] as const;
export type Size = (typeof sizes)[number];

/** One setting of one node. */
export interface Step {
  readonly node: string;
  readonly size: Size;
  readonly value: number;
}

/** The sizes that a node has: what a provider runs has no servers to choose, a shard is one shard. */
export function sizesOf(node: ResolvedNode): readonly Size[] {
  if (!isStation(node) || node.behaviour === 'observer') return [];
  const { kind } = node;
  const managed = kind.managed === true;
  const up: readonly Size[] = (kind.maxScaleUp ?? 8) > 1 ? ['scaleUp'] : [];
  if (node.behaviour !== 'store') return managed ? up : ['replicas', ...up];
  const shards: readonly Size[] = kind.id === 'shard' ? [] : ['shards'];
  return managed ? [...shards, ...up] : [...shards, 'replicasPerShard', ...up];
}

export const settingOf = ({ config }: ResolvedNode, size: Size): number => config[size];

const mostReplicasPerShard = 7;
const mostServers = 100_000;
/** Up to so many are given one by one. */
const mostSingle = 8;

/**
 * The next larger settings: one and two more (a second server may only make both needed, a third is spare), and where the
 * node is overloaded those that bring it to its planned limit at once, with none and one to spare.
 */
export function largerSteps(node: ResolvedNode, utilization: number | null): readonly Step[] {
  const excess = (utilization ?? 0) / node.config.maxUtilization;
  return sizesOf(node).flatMap((size) => {
    const value = settingOf(node, size);
    const enough = size === 'replicas' || size === 'shards' ? Math.ceil(value * excess) : 0;
    const values = size === 'scaleUp' ? [value * 2, value * 4] : [value + 1, value + 2, enough, enough + 1];
    const most = mostOf(node, size);
    return [...new Set(values)]
      .filter((to) => to > value && to <= most)
      .map((to): Step => ({ node: node.id, size, value: to }));
  });
}

function mostOf({ kind }: ResolvedNode, size: Size): number {
  if (size === 'scaleUp') return kind.maxScaleUp ?? 8;
  return size === 'replicasPerShard' ? mostReplicasPerShard : mostServers;
}

/** Whether there is a server of that size, with a whole number of slots: a fraction of one costs more than it can do. */
export function hasSize({ kind, config }: ResolvedNode, scaleUp: number): boolean {
  const { minScaleUp = 1, maxScaleUp = 8 } = kind;
  const slots = (config.concurrency / config.scaleUp) * scaleUp;
  return scaleUp >= minScaleUp && scaleUp <= maxScaleUp && Number.isInteger(slots);
}

/** The smallest setting of a size. */
export const smallestOf = (node: ResolvedNode, size: Size): number =>
  size === 'scaleUp' ? ([0.25, 0.5].find((scaleUp) => hasSize(node, scaleUp)) ?? 1) : 1;

/** The next smaller setting of each size; where it is large, half of it and an eighth less too. */
export function smallerSteps(node: ResolvedNode): readonly Step[] {
  return sizesOf(node).flatMap((size): readonly Step[] => {
    const value = settingOf(node, size);
    if (size === 'scaleUp')
      return hasSize(node, value / 2) ? [{ node: node.id, size, value: value / 2 }] : [];
    if (value <= 1) return [];
    const values =
      value > mostSingle ? [Math.ceil(value / 2), value - Math.ceil(value / 8), value - 1] : [value - 1];
    return [...new Set(values)].map((to) => ({ node: node.id, size, value: to }));
  });
}

/** A node with some of its settings changed. */
export function withSettings(node: Node, steps: readonly Pick<Step, 'size' | 'value'>[]): Node {
  if (steps.length === 0) return node;
  const settings = Object.fromEntries(steps.map(({ size, value }) => [size, value]));
  return { ...node, config: { ...node.config, ...settings } };
}

/** What steps of a node add to the month's cost, negative where they save: servers, their size, copies of what is kept. */
export function costOfStepsUsd(node: ResolvedNode, steps: readonly Step[], storageUsd: number): number {
  const { config } = node;
  const { unitCostUsd = 0 } = config.other;
  const settings = Object.fromEntries(steps.map(({ size, value }) => [size, value]));
  const after: ResolvedNode = { ...node, config: { ...config, ...settings } };
  const servers = (of: ResolvedNode): number => (serversOf(of) ?? 0) * of.config.scaleUp;
  const copies = copiesOf(after) / copiesOf(node) - 1;
  return (servers(after) - servers(node)) * unitCostUsd + copies * storageUsd;
}

const mostRefilled = 6;

/**
 * Servers of half or twice the size: as few as carry what arrives, and a few more, as long as they cost no more than those
 * that there are. `busy` is what arrives as a multiple of what they carry.
 */
export function resizings(node: ResolvedNode, busy: number): readonly (readonly Step[])[] {
  const { scaleUp } = node.config;
  const own = sizesOf(node);
  if (!own.includes('scaleUp')) return [];
  const sizesUp = [scaleUp / 2, scaleUp * 2].filter((to) => hasSize(node, to));
  return own
    .filter((size) => size === 'replicas' || size === 'shards')
    .flatMap((size) =>
      sizesUp.flatMap((to) => {
        const as = (settingOf(node, size) * scaleUp) / to;
        const least = Math.max(1, Math.ceil(as * busy - 1e-9));
        return Array.from({ length: mostRefilled }, (_, more) => least + more)
          .filter((value) => value <= as)
          .map((value) => [
            { node: node.id, size: 'scaleUp' as const, value: to },
            { node: node.id, size, value },
          ]);
      }),
    );
}
