import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { type Size, settingOf, sizes, smallestOf } from './steps';

/** What the search for sizes may not do. */
export interface SizeLimits {
  /** Nodes that may grow, but get no less than they have. */
  readonly notLess: ReadonlySet<string>;
  /** Nodes that stay as they are. */
  readonly kept: ReadonlySet<string>;
  /** Targets that no size reaches, by `shortfallKey`: nothing is paid to come nearer to them. */
  readonly beyondReach: ReadonlySet<string>;
}

export const noLimits: SizeLimits = { notLess: new Set(), kept: new Set(), beyondReach: new Set() };

const keepsCopies = ({ behaviour, kind }: ResolvedNode): boolean =>
  behaviour === 'store' || behaviour === 'buffer' || kind.id === 'id-generator';

/**
 * The least of a size that a node may get: copies of stores, buffers and coordinators are there for what losing one of
 * them would lose, so that load alone takes none away.
 */
function leastOf(node: ResolvedNode, size: Size, { notLess }: SizeLimits): number {
  if (notLess.has(node.id)) return settingOf(node, size);
  if (size === 'replicasPerShard' || (size === 'replicas' && keepsCopies(node))) return settingOf(node, size);
  return size === 'replicas' ? 1 + node.config.standby : smallestOf(node, size);
}

/** Each setting as far as the limits allow, in the order of the nodes. */
export function limitedSettings(original: ResolvedDesign, limits: SizeLimits) {
  const least = original.nodes.map((node) =>
    Object.fromEntries(
      sizes.map((size) => [size, Math.min(settingOf(node, size), leastOf(node, size, limits))]),
    ),
  );
  return (at: number, size: Size, value: number): number => {
    const node = original.nodes[at];
    if (node === undefined) return value;
    if (limits.kept.has(node.id)) return settingOf(node, size);
    return Math.max(value, least[at]?.[size] ?? 1);
  };
}
