import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { flowsAt } from './paths';

/** The write flow with the strictest availability target, from `leastTarget` on, that cannot do without a node; null where there is none. */
export function strictestWrite(
  design: ResolvedDesign,
  node: ResolvedNode,
  leastTarget: number,
): ResolvedFlow | null {
  let strictest: ResolvedFlow | null = null;
  for (const paths of flowsAt(design, node.id)) {
    const { flow } = paths;
    const target = flow.targets.availability ?? 0;
    if (flow.kind !== 'write' || target < leastTarget || !paths.needed.has(node.id)) continue;
    if (target > (strictest?.targets.availability ?? 0)) strictest = flow;
  }
  return strictest;
}
