import type { ResolvedDesign } from '../../catalog/resolved';
import { type Call, type PartSet, partSet, partsOf, walkFrom } from './parts';
import { type FlowPaths, pathsOf } from './paths';

const known = new WeakMap<ResolvedDesign, readonly (PartSet | null)[]>();

/**
 * The parts that a write flow visits to write, its entry included: a call makes a visit of its own operation, else of that of the visit
 * that makes it. Null for a read flow. Found once a design.
 */
export function writtenBy(design: ResolvedDesign, { position }: FlowPaths): PartSet | null {
  const found = known.get(design) ?? pathsOf(design).map((paths) => writtenOf(design, paths));
  known.set(design, found);
  return found[position] ?? null;
}

function writtenOf(design: ResolvedDesign, { flow, position }: FlowPaths): PartSet | null {
  if (flow.kind === 'read') return null;
  const parts = partsOf(design);
  const entry = parts.byId.get(flow.entry);
  const reached = walkFrom(
    parts,
    entry === undefined ? [] : [entry],
    ({ carries, edge }) => carries[position] === 1 && edge.operation !== 'read',
  );
  return partSet(parts, reached);
}

/** Whether a write flow goes over the call to write, and not to read something on the way. */
export const isWriteOf = (design: ResolvedDesign, paths: FlowPaths, { carries, edge, from }: Call): boolean =>
  carries[paths.position] === 1 &&
  edge.operation !== 'read' &&
  writtenBy(design, paths)?.includes(from) === true;

/** Whether a write flow goes over the call to read something on the way. */
export const isReadOnTheWay = (design: ResolvedDesign, paths: FlowPaths, call: Call): boolean =>
  paths.flow.kind === 'write' &&
  call.carries[paths.position] === 1 &&
  paths.reached.includes(call.from) &&
  !isWriteOf(design, paths, call);
