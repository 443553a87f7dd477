import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { doesAt } from './operations';
import { flowsAt } from './paths';

/** The flow with the strictest availability target, from `leastTarget` on, that writes to a node and cannot do without it; null where there is none. */
export function strictestWrite(
  design: ResolvedDesign,
  node: ResolvedNode,
  leastTarget: number,
): ResolvedFlow | null {
  let strictest: ResolvedFlow | null = null;
  for (const paths of flowsAt(design, node.id)) {
    const { flow } = paths;
    const target = flow.targets.availability ?? 0;
    if (target < leastTarget || target <= (strictest?.targets.availability ?? 0)) continue;
    if (paths.needed.has(node.id) && doesAt(design, flow, node.id, 'write')) strictest = flow;
  }
  return strictest;
}
