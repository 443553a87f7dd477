import type { Change } from '../model/changes';
import { freeId, kebab } from '../model/ids';
import { type Design, type Flow, flowsOf, nodesOf } from '../model/schema';

const firstRps = 1000;
/** A clock starts work by the minute, not people by the thousand: sixty jobs at each minute. */
const firstRunRps = 1;
/** Reads to one write, as links and posts have it; a person sets their own. */
const usualRatio = 100;

const isClock = (kind: string | undefined): boolean => kind === 'scheduler';

/**
 * The flow that a source brings: 1 000 reads a second, of a scheduler one run a second, which writes. Its id is made of
 * the node's, so that it is free.
 */
export function firstFlow(entry: string, kind = 'client'): Change {
  const start = kebab(entry).slice(0, 55);
  const flow: Flow = isClock(kind)
    ? { id: `${start}-runs`, name: 'Runs', kind: 'write', entry, rate: { rps: firstRunRps } }
    : { id: `${start}-requests`, name: 'Requests', kind: 'read', entry, rate: { rps: firstRps } };
  return { op: 'add-flow', flow };
}

/** A flow that is offered beside another: the other kind, as a ratio of it, which it stays when the other's rate changes. */
export interface FlowOffer {
  readonly change: Extract<Change, { op: 'add-flow' }>;
  readonly kind: Flow['kind'];
  /** Reads to one write. */
  readonly ratio: number;
  /** Id of the flow that it is a ratio of. */
  readonly of: string;
}

/**
 * The other kind of a source's first flow, 100 reads to one write, of a scheduler as many of each; `null` where the source
 * has no flow yet.
 */
export function otherFlow(design: Design, sourceId: string): FlowOffer | null {
  const first = flowsOf(design).find((flow) => flow.entry === sourceId);
  if (first === undefined) return null;
  const kind = first.kind === 'read' ? 'write' : 'read';
  const ratio = isClock(nodesOf(design).find(({ id }) => id === sourceId)?.kind) ? 1 : usualRatio;
  const factor = kind === 'write' ? 1 / ratio : ratio;
  const rate: Flow['rate'] = { flow: first.id, ratio: factor };
  const name = kind === 'write' ? 'Writes' : 'Reads';
  const flow: Flow = { id: freeId(design, name), name, kind, entry: sourceId, rate };
  return { change: { op: 'add-flow', flow }, kind, ratio, of: first.id };
}
