import { readDesign } from '../catalog/read';
import { boundsOf, card, markBox, middleOf, snapped } from '../layout/geometry';
import { type Message, message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change, Fragment } from '../model/changes';
import { insertable } from '../model/fragment';
import { own } from '../model/own';
import { type Box, type Design, groupsOf, marksOf, nodesOf, type Point } from '../model/schema';
import { copyParts } from './arrow-ends';
import { type EditResult, edited, refused } from './edit';
import { growth } from './grow-groups';
import { missingPart, partBoxes, withContents } from './part-boxes';

/** Canvas px between a part and its copy, where nothing says where the copy should go. */
export const copyOffsetPx = 40;

/** The smallest box around the parts of a fragment, canvas px; null where none of them has a place. */
export function boundsOfFragment({ places, boxes, marks }: Fragment): Box | null {
  const cards = Object.values(places).map((place) => ({ ...place, width: card.width, height: card.height }));
  const drawn = marks.map(markBox);
  return boundsOf([...cards, ...Object.values(boxes), ...drawn]);
}

const labels = {
  paste: '{count, plural, one {Paste # part} other {Paste # parts}}',
  duplicate: '{count, plural, one {Duplicate # part} other {Duplicate # parts}}',
} as const;

function insert(
  design: Design,
  fragment: Fragment,
  offset: Point,
  label: keyof typeof labels | Message,
): EditResult {
  const fresh = insertable(design, fragment, offset);
  const ids = [...fresh.groups, ...fresh.nodes, ...fresh.marks].map((part) => part.id);
  const inserting: Change = { op: 'insert', fragment: fresh };
  const changes = [inserting, ...growth(applyChanges(design, [inserting]), ids)];
  // A fragment from outside can say anything: the design with it must still be one that can be read again.
  if (ids.length === 0 || !readDesign(applyChanges(design, changes)).ok)
    return refused('What was copied cannot be pasted into this design.');
  const words = typeof label === 'string' ? message(labels[label], { count: { count: ids.length } }) : label;
  return edited(words, changes, { select: ids });
}

export interface PasteArguments {
  readonly fragment: Fragment;
  /** The middle of what is pasted, canvas px; without it beside the place that it was copied from. */
  readonly at?: Point | undefined;
  /** How often it was pasted there before: each further copy stands a step beside the last. */
  readonly again?: number | undefined;
}

/** A node without a place would not be drawn: those that lack one are in a column below the others. */
function withPlaces(fragment: Fragment): Fragment {
  const lacking = fragment.nodes.filter(({ id }) => own(fragment.places, id) === undefined);
  if (lacking.length === 0) return fragment;
  const bounds = boundsOfFragment(fragment);
  const left = bounds?.x ?? 0;
  const top = bounds === null ? 0 : bounds.y + bounds.height + copyOffsetPx;
  const places = lacking.map(
    ({ id }, index) => [id, { x: left, y: top + index * (card.height + copyOffsetPx) }] as const,
  );
  return { ...fragment, places: Object.fromEntries([...Object.entries(fragment.places), ...places]) };
}

/** Inserts parts that were copied, here or elsewhere, with ids that are free. */
export function paste(design: Design, { fragment: copied, at, again = 0 }: PasteArguments): EditResult {
  const fragment = withPlaces(copied);
  const bounds = boundsOfFragment(fragment);
  if (bounds === null) return refused('What was copied cannot be placed on a canvas.');
  const middle = middleOf(bounds);
  const to = at ?? middle;
  const shift = (again + (at === undefined ? 1 : 0)) * copyOffsetPx;
  return insert(
    design,
    fragment,
    { x: snapped(to.x - middle.x) + shift, y: snapped(to.y - middle.y) + shift },
    'paste',
  );
}

export interface InsertDesignArguments {
  /** The design whose parts are put into this one: components, calls, flows, groups and annotations. */
  readonly other: Design;
  /** The middle of what is inserted, canvas px; without it right of all that is there. */
  readonly at?: Point | undefined;
}

/** px between a design and another one that is inserted beside it. */
const besidePx = 120;

/**
 * Inserts all parts of another design, as one step. Its workload, targets and answers are of the whole of it and stay out; a flow
 * that is a share of its workload comes with its rate.
 */
export function insertDesign(design: Design, { other, at }: InsertDesignArguments): EditResult {
  const parts = [...nodesOf(other), ...groupsOf(other), ...marksOf(other)];
  const fragment = withPlaces(
    copyParts(
      other,
      parts.map(({ id }) => id),
    ),
  );
  const bounds = boundsOfFragment(fragment);
  if (bounds === null) return refused('“{name}” has no parts to insert.', { name: other.name });
  const present = boundsOf([...partBoxes(design).values()]);
  const middle = middleOf(bounds);
  const beside =
    present === null
      ? middle
      : { x: present.x + present.width + besidePx + bounds.width / 2, y: present.y + bounds.height / 2 };
  const to = at ?? beside;
  const offset = { x: snapped(to.x - middle.x), y: snapped(to.y - middle.y) };
  return insert(design, fragment, offset, message('Insert “{name}”', { name: other.name }));
}

export interface DuplicateArguments {
  readonly ids: readonly string[];
  /** How far the copy stands from the original, canvas px. */
  readonly dx?: number | undefined;
  readonly dy?: number | undefined;
}

/** Puts a copy of parts, and of what is in the groups among them, beside them. */
export function duplicate(
  design: Design,
  { ids, dx = copyOffsetPx, dy = copyOffsetPx }: DuplicateArguments,
): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const fragment = copyParts(design, [...withContents(design, ids)]);
  return insert(design, fragment, { x: dx, y: dy }, 'duplicate');
}
