import type { Flow } from '../model/schema';
import { derived, type Found, written } from './edge-basis';

type FlowIds = readonly string[];

/** Ids of the flows of a design that edges carry, in the document's order; one list for all edges that say the same. */
export interface CarriedFlows {
  readonly said: Readonly<Record<'all' | Flow['kind'], Found<FlowIds>>>;
  /** Those of a list that an edge names. */
  readonly listed: (named: FlowIds) => Found<FlowIds>;
  /** Those of an edge that names none, and of one to a read replica. */
  readonly unset: Found<FlowIds>;
  readonly toReplica: Found<FlowIds>;
}

/** What edges to and from observers carry. */
export const observedFlows: Found<FlowIds> = derived<FlowIds>([], 'flows-observer', 3);

/** The flows of a design; the object of the design before where it has the same, so that edges are seen not to have changed. */
export function carriedFlows(flows: readonly Flow[], before: CarriedFlows | null): CarriedFlows {
  const all = flows.map(({ id }) => id);
  const read = flows.filter(({ kind }) => kind === 'read').map(({ id }) => id);
  const isSame =
    before !== null && isSameList(before.said.all.value, all) && isSameList(before.said.read.value, read);
  return isSame ? before : carriedBy(all, read);
}

const isSameList = (a: FlowIds, b: FlowIds): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

function carriedBy(all: FlowIds, read: FlowIds): CarriedFlows {
  const reads = new Set(read);
  const known = new Map<string, Found<FlowIds>>();
  const listed = (named: FlowIds): Found<FlowIds> => {
    // No id has a space.
    const key = named.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const wanted = new Set(named);
    const made = written(all.filter((id) => wanted.has(id)));
    known.set(key, made);
    return made;
  };
  return {
    said: { all: written(all), read: written(read), write: written(all.filter((id) => !reads.has(id))) },
    listed,
    unset: derived(all, 'flows-all', 1),
    toReplica: derived(read, 'flows-read-replica', 2),
  };
}
