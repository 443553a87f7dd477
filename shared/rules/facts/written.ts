import type { ResolvedDesign } from '../../catalog/resolved';
import type { FlowKind } from '../../model/vocabulary';
import { type Call, type Part, type PartSet, type Parts, partSet, partsOf } from './parts';
import { type FlowPaths, pathsOf } from './paths';
import { operationOfCall } from './picks';

const known = new WeakMap<ResolvedDesign, readonly (PartSet | null)[]>();

/**
 * The parts that a flow visits to write, its entry included where it is a write flow: a call makes a visit of its own operation, else of
 * that of the visit that makes it. Null where it writes nothing. Found once a design.
 */
export function writtenBy(design: ResolvedDesign, { position }: FlowPaths): PartSet | null {
  const found = known.get(design) ?? allWritten(design);
  known.set(design, found);
  return found[position] ?? null;
}

function allWritten(design: ResolvedDesign): readonly (PartSet | null)[] {
  const parts = partsOf(design);
  const writes = parts.calls.some(({ edge }) => edge.operation === 'write');
  return pathsOf(design).map(({ flow, position }) => {
    const entry = parts.byId.get(flow.entry);
    if (entry === undefined || (flow.kind === 'read' && !writes)) return null;
    const written = writtenFrom(parts, entry, flow.kind, position);
    return written.length === 0 ? null : partSet(parts, written);
  });
}

/** In the order of the walk; a part that is visited both to read and to write is walked from in either way. */
function writtenFrom({ all }: Parts, entry: Part, operation: FlowKind, position: number): readonly Part[] {
  const seen = { read: new Uint8Array(all.length), write: new Uint8Array(all.length) };
  const visits = [{ part: entry, operation }];
  seen[operation][entry.at] = 1;
  // It grows during the walk, so it is its own queue.
  for (const visit of visits)
    for (const { carries, edge, to } of visit.part.calls) {
      const called = operationOfCall(edge, visit.operation);
      if (carries[position] !== 1 || seen[called][to.at] === 1) continue;
      seen[called][to.at] = 1;
      visits.push({ part: to, operation: called });
    }
  return visits.flatMap((visit) => (visit.operation === 'write' ? [visit.part] : []));
}

/** Whether a flow goes over the call to write, and not to read something on the way. */
export const isWriteOf = (
  design: ResolvedDesign,
  paths: FlowPaths,
  { carries, edge, from }: Call,
): boolean => {
  if (carries[paths.position] !== 1 || edge.operation === 'read') return false;
  const makers = edge.operation === 'write' ? paths.reached : writtenBy(design, paths);
  return makers?.includes(from) === true;
};

/** Whether a write flow goes over the call to read something on the way. */
export const isReadOnTheWay = (design: ResolvedDesign, paths: FlowPaths, call: Call): boolean =>
  paths.flow.kind === 'write' &&
  call.carries[paths.position] === 1 &&
  paths.reached.includes(call.from) &&
  !isWriteOf(design, paths, call);
