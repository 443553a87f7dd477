import { type Design, edgesOf, flowsOf, groupsOf, marksOf, nodesOf } from './schema';

const longestId = 64;

/** Every part of the design that has an id; those of the writing included, for ids are unique in the document. */
function identified(design: Design): readonly (readonly { readonly id: string }[])[] {
  const { apis = [], entities = [], decisions = [] } = design.writing ?? {};
  return [
    nodesOf(design),
    edgesOf(design),
    flowsOf(design),
    groupsOf(design),
    marksOf(design),
    apis,
    entities,
    decisions,
  ];
}

/** Every id that a part of the design has. */
export const takenIds = (design: Design): Set<string> =>
  new Set(identified(design).flatMap((list) => list.map((part) => part.id)));

/** Whether a part of the design has the id: for one id less work than all of them. */
export const isTaken = (design: Design, id: string): boolean =>
  identified(design).some((list) => list.some((part) => part.id === id));

/** The words of a name in kebab-case, fit for an id; `part` where no Latin letter or digit is in it. */
export function kebab(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const stem = (words ?? []).join('-').slice(0, longestId).replace(/-+$/, '');
  return stem === '' ? 'part' : stem;
}

/** An id made of the stem that is not among those taken: `service`, `service-2`, `service-3`, … */
export function freeIdAmong(taken: ReadonlySet<string>, stem: string): string {
  const base = kebab(stem);
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const id = `${base.slice(0, longestId - suffix.length)}${suffix}`;
    if (!taken.has(id)) return id;
  }
}

/** An id for a new part: the stem in kebab-case, numbered from 2 where a part of the design has it already. */
export function freeId(design: Design, stem: string): string {
  const base = kebab(stem);
  return isTaken(design, base) ? freeIdAmong(takenIds(design), stem) : base;
}
