import { fixChanges } from '../../shared/edits/take-fix';
import { applyChanges } from '../../shared/model/apply';
import type { Change } from '../../shared/model/changes';
import { type Design, edgesOf, nodesOf } from '../../shared/model/schema';

/** What a quick fix would do to the parts of a design, by id. */
export interface FixGhosts {
  /** The design after it. */
  readonly after: Design;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Edges that would be new, or lead elsewhere. */
  readonly drawnEdges: readonly string[];
  /** Edges that would keep their ends but not their settings. */
  readonly changedEdges: readonly string[];
  /** Edges that would be gone, or lead elsewhere. */
  readonly removedEdges: readonly string[];
}

/** What the changes of a quick fix would do, part by part, compared with the design as it is. */
export function fixGhosts(design: Design, changes: readonly Change[]): FixGhosts {
  const after = applyChanges(design, fixChanges(design, changes));
  const nodes = compared(nodesOf(design), nodesOf(after));
  const edges = compared(edgesOf(design), edgesOf(after));
  const ends = new Map(edgesOf(design).map(({ id, from, to }) => [id, `${from} ${to}`]));
  const moved = edgesOf(after).flatMap(({ id, from, to }) =>
    ends.has(id) && ends.get(id) !== `${from} ${to}` ? [id] : [],
  );
  return {
    after,
    added: nodes.added,
    changed: nodes.changed,
    removed: nodes.removed,
    drawnEdges: [...edges.added, ...moved],
    changedEdges: edges.changed.filter((id) => !moved.includes(id)),
    removedEdges: [...edges.removed, ...moved],
  };
}

interface Part {
  readonly id: string;
}

/** Applying changes keeps the reference of what they do not touch. */
function compared(before: readonly Part[], after: readonly Part[]) {
  const olds = new Map(before.map((part) => [part.id, part]));
  const left = new Set(after.map(({ id }) => id));
  return {
    added: after.flatMap(({ id }) => (olds.has(id) ? [] : [id])),
    changed: after.flatMap((part) => (olds.has(part.id) && olds.get(part.id) !== part ? [part.id] : [])),
    removed: before.flatMap(({ id }) => (left.has(id) ? [] : [id])),
  };
}
