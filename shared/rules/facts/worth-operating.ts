import type { ResolvedDesign } from '../../catalog/resolved';
import { isOwnCode } from './roles';

/** From so many pools of code of one's own on there is something to run, besides something to draw. */
const severalServices = 2;

const known = new WeakMap<ResolvedDesign, boolean>();

/**
 * Whether a design is complete enough for questions about operations: it promises an availability, or it has another target and two services
 * or more. Until then such questions would only be in the way of the drawing.
 */
export function isWorthOperating(design: ResolvedDesign): boolean {
  const found = known.get(design) ?? promises(design);
  known.set(design, found);
  return found;
}

function promises(design: ResolvedDesign): boolean {
  let hasTarget = isSaid(design.targets);
  for (const { targets } of design.flows) {
    if (targets.availability !== undefined) return true;
    hasTarget ||= isSaid(targets);
  }
  return hasTarget && design.nodes.filter(isOwnCode).length >= severalServices;
}

const isSaid = (targets: object): boolean => Object.keys(targets).length > 0;
