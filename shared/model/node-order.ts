import type { Patch } from './changes';
import { counts } from './limits';
import { patchedOptional } from './patch';
import { withLayoutField } from './placement';
import { type Design, type Node, nodesOf } from './schema';

/** How far before others a card is drawn; 0 where nobody said. */
export const orderOf = (design: Design, id: string): number => {
  const order = design.layout?.order;
  return order !== undefined && Object.hasOwn(order, id) ? (order[id] ?? 0) : 0;
};

/** Parts as their cards lie on each other, from the back to the front. */
export const inOrder = <Part extends { readonly id: string }>(
  design: Design,
  parts: readonly Part[],
): readonly Part[] =>
  design.layout?.order === undefined
    ? parts
    : parts.toSorted((a, b) => orderOf(design, a.id) - orderOf(design, b.id));

/** The nodes in the order of their cards. */
export const nodesInOrder = (design: Design): readonly Node[] => inOrder(design, nodesOf(design));

const clamped = (value: number): number => Math.max(-counts.nodes, Math.min(counts.nodes, Math.round(value)));

/** Sets the order of cards; one that is 0 or `null` is as the document has it. */
export function orderNodes(design: Design, order: Readonly<Record<string, number | null>>): Design {
  const ids = new Set(nodesOf(design).map(({ id }) => id));
  const patch: Patch<Record<string, number>> = Object.fromEntries(
    Object.entries(order).flatMap(([id, value]) =>
      ids.has(id) ? [[id, value === null || clamped(value) === 0 ? null : clamped(value)]] : [],
    ),
  );
  const next = patchedOptional<Record<string, number>>(design.layout?.order, patch);
  return withLayoutField(design, 'order', next);
}
