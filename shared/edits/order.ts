import { overlaps } from '../layout/geometry';
import { type Message, message } from '../math/message';
import type { Change, MarkOrder } from '../model/changes';
import { nodesInOrder, orderOf } from '../model/node-order';
import { type Design, marksOf, nodesOf } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { partBoxes } from './part-boxes';

const orderLabels: Readonly<Record<MarkOrder, Message>> = {
  front: message('Bring to front'),
  forward: message('Bring forward'),
  backward: message('Send backward'),
  back: message('Send to back'),
};

export interface OrderArguments {
  readonly ids: readonly string[];
  readonly to: MarkOrder;
}

/**
 * Puts annotations before or behind other annotations, and cards before or behind other cards: all of them, or the next that
 * overlaps.
 */
export function order(design: Design, { ids, to }: OrderArguments): EditResult {
  const named = new Set(ids);
  const marks = marksOf(design).flatMap(({ id }) => (named.has(id) ? [id] : []));
  const nodes = nodesOf(design).flatMap(({ id }) => (named.has(id) ? [id] : []));
  if (marks.length + nodes.length === 0) return refused('None of these is a component or an annotation.');
  const changes: Change[] = marks.length === 0 ? [] : [{ op: 'order-marks', ids: marks, to }];
  const moved = nodes.length === 0 ? {} : orderChange(design, new Set(nodes), to);
  if (Object.keys(moved).length > 0) changes.push({ op: 'order-nodes', order: moved });
  return edited(orderLabels[to], changes);
}

/** The cards from the back to the front, with those named moved. */
function reordered(design: Design, named: ReadonlySet<string>, to: MarkOrder): readonly string[] {
  const ids = nodesInOrder(design).map(({ id }) => id);
  const [moved, others] = [ids.filter((id) => named.has(id)), ids.filter((id) => !named.has(id))];
  if (to === 'front') return [...others, ...moved];
  if (to === 'back') return [...moved, ...others];
  if (to === 'forward') return steppedForward(design, ids, named);
  return steppedForward(design, ids.toReversed(), named).toReversed();
}

/** Each card named comes directly before the next in the order that overlaps it and stays. */
function steppedForward(
  design: Design,
  ids: readonly string[],
  named: ReadonlySet<string>,
): readonly string[] {
  const boxes = partBoxes(design);
  let next = ids;
  for (const id of ids.toReversed()) {
    const box = boxes.get(id);
    if (!named.has(id) || box === undefined) continue;
    const at = next.indexOf(id);
    const over = next.findIndex((other, index) => {
      const otherBox = boxes.get(other);
      return index > at && !named.has(other) && otherBox !== undefined && overlaps(box, otherBox);
    });
    if (over < 0) continue;
    next = [...next.slice(0, at), ...next.slice(at + 1, over + 1), id, ...next.slice(over + 1)];
  }
  return next;
}

/** What has to be said of the order of cards so that they lie so: as little as can be, 0 for most of them. */
function orderChange(design: Design, named: ReadonlySet<string>, to: MarkOrder): Record<string, number> {
  const ids = reordered(design, named, to);
  const placeOf = new Map(nodesOf(design).map(({ id }, index) => [id, index]));
  let level = 0;
  const levels = ids.map((id, index) => {
    const before = ids[index - 1];
    if (before !== undefined && (placeOf.get(id) ?? 0) < (placeOf.get(before) ?? 0)) level += 1;
    return level;
  });
  const base = mostCommon(levels);
  return Object.fromEntries(
    ids.flatMap((id, index) => {
      const next = (levels[index] ?? 0) - base;
      return next === orderOf(design, id) ? [] : [[id, next]];
    }),
  );
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
