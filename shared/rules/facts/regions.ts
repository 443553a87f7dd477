import type { ResolvedDesign } from '../../catalog/resolved';
import { isModelled } from './graph';

/** Whether anything that can fail is in another region than the rest. */
export function hasSecondRegion(design: ResolvedDesign): boolean {
  if (design.groups.length < 2) return false;
  let first: string | null = null;
  for (const node of design.nodes) {
    if (node.region === null || !isModelled(node)) continue;
    if (first !== null && node.region !== first) return true;
    first = node.region;
  }
  return false;
}
