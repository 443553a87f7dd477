import type { ResolvedNode } from '../catalog/resolved';
import type { Config } from '../model/config';
import { type Design, nodesOf } from '../model/schema';
import { isStation } from './graph';

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

/** The next smaller setting of each size, and half of it where it is large. */
export function smallerSteps(node: ResolvedNode): readonly Step[] {
  return sizesOf(node).flatMap((size): readonly Step[] => {
    const value = settingOf(node, size);
    if (value <= 1) return [];
    const values =
      size === 'scaleUp' ? [value / 2] : value > 8 ? [Math.ceil(value / 2), value - 1] : [value - 1];
    return values.map((to) => ({ node: node.id, size, value: to }));
  });
}

/** A design with some settings of its nodes changed. */
export function withSteps(design: Design, steps: readonly Step[]): Design {
  const byNode = new Map<string, Config>();
  for (const { node, size, value } of steps) byNode.set(node, { ...byNode.get(node), [size]: value });
  const nodes = nodesOf(design).map((node) => {
    const more = byNode.get(node.id);
    return more === undefined ? node : { ...node, config: { ...node.config, ...more } };
  });
  return { ...design, system: { ...design.system, nodes } };
}
