import type { ResolvedDesign, ResolvedFlow } from '../../catalog/resolved';
import type { FlowKind } from '../../model/vocabulary';
import { doesAt } from './operations';
import { originalsOf } from './originals';
import { flowsAt } from './paths';

/** The first flow that reads, or writes, at the node, waited for or not; null where none does. */
export function flowAt(design: ResolvedDesign, node: string, operation: FlowKind): ResolvedFlow | null {
  for (const { flow } of flowsAt(design, node)) if (doesAt(design, flow, node, operation)) return flow;
  return null;
}

/** Whether the node has what is written first, and is read too. */
export const isWrittenAndRead = (design: ResolvedDesign, node: string): boolean =>
  originalsOf(design).has(node) && flowAt(design, node, 'read') !== null;
