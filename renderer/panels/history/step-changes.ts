import type { Delta } from '../../../shared/model/delta';

/** What became of parts in a step. */
export type StepVerb = 'added' | 'removed' | 'changed' | 'moved' | 'rerouted';

/** A part as it is in one of both designs of a step. */
export interface SteppedPart {
  readonly id: string;
  readonly list: 'nodes' | 'edges' | 'groups' | 'flows' | 'marks';
  /** As it is in the document; null where the step moves it, which says nothing else of it. */
  readonly part: Readonly<Record<string, unknown>> | null;
}

export type StepChanges = Readonly<Record<StepVerb, readonly SteppedPart[]>> & {
  /** Something of the design as a whole: its name, workload, targets. */
  readonly design: boolean;
};

type List = SteppedPart['list'];
type Part = NonNullable<SteppedPart['part']>;
type Collected = { [V in StepVerb]: SteppedPart[] };

const lists: ReadonlySet<string> = new Set<List>(['nodes', 'edges', 'groups', 'flows', 'marks']);
const isList = (name: string): name is List => lists.has(name);

/** The parts that a step adds, removes, changes and moves, in the order in which the document has them. */
export function changesOf(delta: Delta): StepChanges {
  const collected: Collected = { added: [], removed: [], changed: [], moved: [], rerouted: [] };
  let design = false;
  if (delta.kind !== 'record') return { ...collected, design: true };
  for (const { field: half, delta: inner } of delta.fields) {
    if (half !== 'system' && half !== 'layout') design ||= half !== 'updatedAt';
    else
      for (const [name, change] of membersOf(inner)) {
        if (half === 'system' ? isList(name) : name === 'marks')
          collectParts(name as List, change, collected);
        else if (half === 'layout' && name !== 'annotations') collectPlaces(name, change, collected);
        else design = true;
      }
  }
  return { ...collected, design };
}

/** The members of a record that differ: all of them where the record itself is new or gone. */
function membersOf(delta: Delta): readonly (readonly [string, Delta])[] {
  if (delta.kind === 'record') return delta.fields.map(({ field, delta: inner }) => [field, inner] as const);
  if (delta.kind !== 'value') return [];
  const [before, after] = [recordOf(delta.before), recordOf(delta.after)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map(
    (field) => [field, { kind: 'value', before: before[field], after: after[field] }] as const,
  );
}

const recordOf = (value: unknown): Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Part) : {};

const partsIn = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as readonly Part[]) : []);

function collectParts(list: List, delta: Delta, collected: Collected): void {
  const [before, after] = bothOf(delta);
  const olds = new Set(before.map((part) => part['id']));
  const news = new Set(after.map((part) => part['id']));
  const stepped = (part: Part): SteppedPart => ({ id: String(part['id']), list, part });
  for (const part of before) if (!news.has(part['id'])) collected.removed.push(stepped(part));
  for (const part of after) collected[olds.has(part['id']) ? 'changed' : 'added'].push(stepped(part));
}

function bothOf(delta: Delta): readonly [readonly Part[], readonly Part[]] {
  if (delta.kind === 'run') return [partsIn(delta.before), partsIn(delta.after)];
  if (delta.kind === 'value') return [partsIn(delta.before), partsIn(delta.after)];
  if (delta.kind !== 'members') return [[], []];
  const { members } = delta;
  return [partsIn(members.map(({ before }) => before)), partsIn(members.map(({ after }) => after))];
}

/** A place that is new or gone belongs to what was added or removed, and is not named again. */
function collectPlaces(table: string, delta: Delta, collected: Collected): void {
  for (const [id, change] of membersOf(delta)) {
    const isMove = change.kind !== 'value' || (change.before !== undefined && change.after !== undefined);
    if (table === 'edges') collected.rerouted.push({ id, list: 'edges', part: null });
    else if (isMove && (table === 'nodes' || table === 'groups'))
      collected.moved.push({ id, list: table, part: null });
  }
}
