import type { Change } from '../model/changes';
import { freeId, kebab } from '../model/ids';
import { type Design, type Flow, flowsOf } from '../model/schema';
import { rateOfShare } from '../model/workload';

const firstRps = 1000;
/** Reads to one write, as links and posts have it; a person sets their own. */
const usualRatio = 100;

/** The flow that a client brings: 1 000 reads a second. Its id is made of the node's, so that it is free. */
export function firstFlow(nodeId: string): Change {
  const id = `${kebab(nodeId).slice(0, 55)}-requests`;
  return {
    op: 'add-flow',
    flow: { id, name: 'Requests', kind: 'read', entry: nodeId, rate: { rps: firstRps } },
  };
}

/** A flow that is offered beside another: the other kind, as a ratio of it. */
export interface FlowOffer {
  readonly change: Extract<Change, { op: 'add-flow' }>;
  readonly kind: Flow['kind'];
  /** Reads to one write. */
  readonly ratio: number;
  /** Id of the flow that it is a ratio of. */
  readonly of: string;
}

/** The other kind of a client's first flow, 100 reads to one write; `null` where the client has no flow yet. */
export function otherFlow(design: Design, clientId: string): FlowOffer | null {
  const first = flowsOf(design).find((flow) => flow.entry === clientId);
  if (first === undefined) return null;
  const kind = first.kind === 'read' ? 'write' : 'read';
  const factor = kind === 'write' ? 1 / usualRatio : usualRatio;
  const { rps, share } = first.rate;
  const scaledShare = share === undefined ? undefined : share * factor;
  const wholeRps = rps ?? rateOfShare(design.system.workload, share ?? 0) ?? firstRps;
  // A share is at most 1: reads of which a write is a hundredth may be more than the whole workload.
  const rate: Flow['rate'] =
    scaledShare !== undefined && scaledShare <= 1 ? { share: scaledShare } : { rps: wholeRps * factor };
  const name = kind === 'write' ? 'Writes' : 'Reads';
  const flow: Flow = { id: freeId(design, name), name, kind, entry: clientId, rate };
  return { change: { op: 'add-flow', flow }, kind, ratio: usualRatio, of: first.id };
}
