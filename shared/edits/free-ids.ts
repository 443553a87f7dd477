import type { Change } from '../model/changes';
import { freeIdAmong, takenIds } from '../model/ids';
import type { Design } from '../model/schema';

/** Fields of a change that name parts, one or a list of them. */
const naming: ReadonlySet<string> = new Set([
  'id',
  'from',
  'to',
  'onMissOf',
  'entry',
  'flow',
  'flows',
  'group',
]);

/**
 * The same changes, with another id for each part that they add under one which is taken: whoever made them may not have known all of
 * the design, as a quick fix knows its system and neither its annotations nor what is written about it.
 */
export function withFreeIds(design: Design, changes: readonly Change[]): readonly Change[] {
  const taken = takenIds(design);
  const added = changes.flatMap((change) => addedId(change) ?? []);
  const clashing = added.filter((id) => taken.has(id));
  if (clashing.length === 0) return changes;
  for (const id of added) taken.add(id);
  const renamed = new Map<string, string>();
  for (const id of clashing) {
    const free = freeIdAmong(taken, id);
    taken.add(free);
    renamed.set(id, free);
  }
  return changes.map((change) => withNames(change, renamed) as Change);
}

function addedId(change: Change): string | undefined {
  if (change.op === 'add-node') return change.node.id;
  if (change.op === 'add-edge') return change.edge.id;
  return change.op === 'add-flow' ? change.flow.id : undefined;
}

function withNames(value: unknown, renamed: ReadonlyMap<string, string>, field = ''): unknown {
  if (typeof value === 'string') return naming.has(field) ? (renamed.get(value) ?? value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withNames(item, renamed, field));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withNames(inner, renamed, key)]),
  );
}
