import type { ResolvedDesign, ResolvedFlow } from '../../catalog/resolved';
import { graphOf } from './graph';
import { isPublicSource } from './roles';

/** A flow that people or partners start, and the availability that they are promised. */
export interface PublicPromise {
  readonly flow: ResolvedFlow;
  readonly availability: number;
}

/** The strictest availability target of the flows that start outside; null where there is none. */
export function strictestPromise(design: ResolvedDesign): PublicPromise | null {
  const { nodes } = graphOf(design);
  let strictest: PublicPromise | null = null;
  for (const flow of design.flows) {
    const { availability } = flow.targets;
    const source = nodes.get(flow.entry);
    if (availability === undefined || source === undefined || !isPublicSource(source)) continue;
    if (availability > (strictest?.availability ?? 0)) strictest = { flow, availability };
  }
  return strictest;
}
