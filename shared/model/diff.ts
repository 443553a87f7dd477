import { own } from './own';
import type { Design } from './schema';

export type PartKind = 'flow' | 'node' | 'edge' | 'group';

/** One field that has another value: its path within the part, and both values as JSON (undefined where there is none). */
export interface FieldChange {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of one part of a design; `design` is what belongs to none: name, workload, targets, prices, practices, suppressions. */
export type PartChange =
  | {
      readonly kind: 'added' | 'removed';
      readonly part: PartKind;
      readonly id: string;
      readonly name: string;
    }
  | {
      readonly kind: 'changed';
      readonly part: PartKind | 'design';
      readonly id: string;
      readonly name: string;
      readonly fields: readonly FieldChange[];
    };

const lists = [
  ['flow', 'flows'],
  ['node', 'nodes'],
  ['edge', 'edges'],
  ['group', 'groups'],
] as const;

/** What changed in the system from one design to another, parts matched by id; layout and writing do not count. */
export function diffDesigns(before: Design, after: Design): readonly PartChange[] {
  const changes: PartChange[] = [];
  const design = fieldChanges(wholeOf(before), wholeOf(after));
  if (design.length > 0)
    changes.push({ kind: 'changed', part: 'design', id: '*', name: after.name, fields: design });
  for (const [part, list] of lists) {
    const olds = byId(before.system[list] ?? []);
    const news = byId(after.system[list] ?? []);
    for (const [id, old] of olds) {
      const now = news.get(id);
      if (now === undefined) changes.push({ kind: 'removed', part, id, name: nameOf(old) });
      else {
        const fields = fieldChanges(old, now);
        if (fields.length > 0) changes.push({ kind: 'changed', part, id, name: nameOf(now), fields });
      }
    }
    for (const [id, now] of news)
      if (!olds.has(id)) changes.push({ kind: 'added', part, id, name: nameOf(now) });
  }
  return changes;
}

interface Part {
  readonly id: string;
  readonly name?: string;
  readonly from?: string;
  readonly to?: string;
}

const byId = (parts: readonly Part[]): ReadonlyMap<string, Part> =>
  new Map(parts.map((part) => [part.id, part]));

const nameOf = ({ id, name, from, to }: Part): string =>
  name ?? (from === undefined || to === undefined ? id : `${from} → ${to}`);

function wholeOf({ name, system }: Design): object {
  const { workload = {}, targets = {}, prices = {}, practices = {}, suppressions = [] } = system;
  return { name, workload, targets, prices, practices, suppressions };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that differ, records field by field, lists as a whole; the order of a record's fields does not count. */
function fieldChanges(before: unknown, after: unknown, path: readonly string[] = []): readonly FieldChange[] {
  if (isRecord(before) && isRecord(after)) {
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return fields.flatMap((field) => fieldChanges(own(before, field), own(after, field), [...path, field]));
  }
  if (isRecord(before) && after === undefined && path.length > 0) return fieldChanges(before, {}, path);
  if (isRecord(after) && before === undefined && path.length > 0) return fieldChanges({}, after, path);
  return isSame(before, after) ? [] : [{ path, before, after }];
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  return isRecord(a) && isRecord(b) && fieldChanges(a, b).length === 0;
}
