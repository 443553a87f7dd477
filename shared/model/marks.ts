import type { MarkOrder, Patch } from './changes';
import { collapsedParts } from './collapsed';
import { patchedOptional, withField } from './patch';
import { withLayout } from './placement';
import { type AnnotationSettings, type ArrowEnd, type Design, type Mark, marksOf } from './schema';

/** The marks in the order in which they are drawn, with those named moved; the same design where that changes nothing. */
export function orderMarks(design: Design, ids: readonly string[], to: MarkOrder): Design {
  const named = new Set(ids);
  const marks = marksOf(design);
  const next = ordered(marks, (mark) => named.has(mark.id), to);
  return next.every((mark, at) => mark === marks[at])
    ? design
    : withLayout(design, { ...design.layout, marks: next });
}

function ordered(marks: readonly Mark[], isMoved: (mark: Mark) => boolean, to: MarkOrder): readonly Mark[] {
  const others = marks.filter((mark) => !isMoved(mark));
  const moved = marks.filter(isMoved);
  if (to === 'front') return [...others, ...moved];
  if (to === 'back') return [...moved, ...others];
  if (to === 'backward') return ordered(marks.toReversed(), isMoved, 'forward').toReversed();
  // From the front on, each steps over the one before it that stays.
  const next = [...marks];
  for (let at = next.length - 2; at >= 0; at -= 1) {
    const [mark, above] = [next[at], next[at + 1]];
    if (mark === undefined || above === undefined || !isMoved(mark) || isMoved(above)) continue;
    next[at] = above;
    next[at + 1] = mark;
  }
  return next;
}

/** Sets what holds for all annotations. */
export function withAnnotations(design: Design, patch: Patch<AnnotationSettings>): Design {
  const settings = patchedOptional<AnnotationSettings>(design.layout?.annotations, patch);
  const layout = withField(design.layout ?? {}, 'annotations', settings);
  return Object.keys(layout).length === 0 && design.layout === undefined
    ? design
    : withLayout(design, layout);
}

/** The mark with each end of its arrow changed; the same where none is. */
export function withEnds(mark: Mark, change: (end: ArrowEnd) => ArrowEnd): Mark {
  let next = mark;
  if (next.from !== undefined) next = withField(next, 'from', change(next.from));
  if (next.to !== undefined) next = withField(next, 'to', change(next.to));
  return next;
}

/** The mark with the ends of its arrow at parts that are there alone. */
export const withFreeEnds = (mark: Mark, isThere: (id: string) => boolean): Mark =>
  withEnds(mark, (end) =>
    end.part === undefined || isThere(end.part) ? end : withField(end, 'part', undefined),
  );

interface MarkStates {
  readonly hidden: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
}

function marksWithin(design: Design): readonly string[] {
  const { within } = collapsedParts(design);
  return within.size === 0 ? [] : marksOf(design).flatMap(({ id }) => (within.has(id) ? [id] : []));
}

const knownStates = new WeakMap<object, MarkStates>();

/**
 * The ids of the annotations that are hidden, and of those that are locked: all, or those of a layer. What lies in a collapsed
 * group is hidden with it.
 */
export function markStates(design: Design): MarkStates {
  const key = design.layout ?? design.system;
  const known = knownStates.get(key);
  if (known !== undefined) return known;
  const { hidden, locked, layers = [] } = design.layout?.annotations ?? {};
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  const idsWhere = (
    all: boolean | undefined,
    holds: (layer: string | undefined) => boolean,
  ): ReadonlySet<string> =>
    new Set(marksOf(design).flatMap(({ id, layer }) => (all === true || holds(layer) ? [id] : [])));
  const states = {
    hidden: new Set([
      ...idsWhere(hidden, (layer) => layer !== undefined && byId.get(layer)?.hidden === true),
      ...marksWithin(design),
    ]),
    locked: idsWhere(locked, (layer) => layer !== undefined && byId.get(layer)?.locked === true),
  };
  knownStates.set(key, states);
  return states;
}
