import type { Patch } from './changes';
import { isTaken } from './ids';
import { counts } from './limits';
import { own } from './own';
import { filled, patchedOptional, sameValue, withField, without } from './patch';
import type { Brief, Design, Writing, WrittenEntry } from './schema';
import type { WrittenList } from './vocabulary';

/** The design with fields of its brief set or removed. */
export const patchBrief = (design: Design, patch: Patch<Brief>): Design =>
  withWriting(design, 'brief', patchedOptional<Brief>(design.writing?.brief, withoutEmpty(patch)));

/** An empty text or list says nothing: the field is removed. */
function withoutEmpty(patch: Patch<Brief>): Patch<Brief> {
  const entries = Object.entries(patch).map(([key, value]) => [key, value?.length === 0 ? null : value]);
  return Object.fromEntries(entries);
}

/** The design with the Markdown of a section; without the section where nothing is written in it. */
export function writeSection(design: Design, section: string, text: string | null): Design {
  const before = design.writing?.sections;
  if (text === null || text.trim() === '')
    return withWriting(design, 'sections', without(before, new Set([section])));
  const isNew = own(before, section) === undefined;
  if (section.length > counts.wordCharacters) return design;
  if (isNew && Object.keys(before ?? {}).length >= counts.entries) return design;
  return withWriting(design, 'sections', { ...before, [section]: text });
}

/** The design with an entry added, or in place of the one of its id. An id of another part leaves the design as it is. */
export function putWritten(design: Design, list: WrittenList, entry: WrittenEntry): Design {
  const before: readonly WrittenEntry[] = design.writing?.[list] ?? [];
  const at = before.findIndex(({ id }) => id === entry.id);
  if (at < 0 && (before.length >= counts.entries || isTaken(design, entry.id))) return design;
  if (at >= 0 && sameValue(before[at], entry)) return design;
  return withList(design, list, at < 0 ? [...before, entry] : before.with(at, entry));
}

/** The design without an entry. */
export function removeWritten(design: Design, list: WrittenList, id: string): Design {
  const before: readonly WrittenEntry[] = design.writing?.[list] ?? [];
  const left = before.filter((entry) => entry.id !== id);
  return left.length === before.length ? design : withList(design, list, left);
}

const withList = (design: Design, list: WrittenList, entries: readonly WrittenEntry[]): Design =>
  withWriting(design, list, filled(entries) as Writing[typeof list]);

/** The design with a part of its writing; `writing` goes when nothing is left in it. */
function withWriting<K extends keyof Writing>(design: Design, key: K, value: Writing[K] | undefined): Design {
  const before = design.writing ?? {};
  const writing = withField(before, key, value);
  if (writing === before) return design;
  return withField(design, 'writing', Object.keys(writing).length === 0 ? undefined : writing);
}
