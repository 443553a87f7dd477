import type { ResolvedDesign } from '../catalog/resolved';
import { highest, lowest } from '../math/extremes';
import type { Box, Point } from '../model/schema';
import { card, columnPitch, groupPadding, nodeHeight, rowPitch } from './geometry';
import { columnsOf, ranksOf } from './layer-columns';
import { type Pull, stackBlocks } from './stack';

/** Where everything stands, in canvas px. */
export interface Arrangement {
  readonly places: Readonly<Record<string, Point>>;
  readonly boxes: Readonly<Record<string, Box>>;
}

const columnGap = columnPitch - card.width;
const rowGap = rowPitch - card.height;
const emptyGroup = { width: card.width, height: card.height };

interface Item {
  readonly id: string;
  readonly isGroup: boolean;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly height: number;
  readonly rank: number;
  /** How many lines of groups lie around its outermost cards. */
  readonly nesting: number;
  /** Tops of the cards and groups in it, from its own top. */
  readonly cards: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, Span>;
}

interface Span {
  readonly top: number;
  readonly height: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly nesting: number;
}

interface Context {
  readonly design: ResolvedDesign;
  readonly columns: ReadonlyMap<string, number>;
  readonly ranks: ReadonlyMap<string, number>;
  readonly heights: ReadonlyMap<string, number>;
}

function leaf(id: string, { columns, ranks, heights }: Context): Item {
  const column = columns.get(id) ?? 0;
  return {
    id,
    isGroup: false,
    firstColumn: column,
    lastColumn: column,
    height: heights.get(id) ?? card.height,
    rank: ranks.get(id) ?? 0,
    nesting: 0,
    cards: new Map([[id, 0]]),
    groups: new Map(),
  };
}

/** Stacks the items of one group (or of the whole design) and gives them as one. */
function arranged(id: string, items: readonly Item[], context: Context): Item {
  const sorted = items.toSorted((a, b) => a.rank - b.rank);
  const ownerOf = new Map<string, readonly [item: number, middle: number]>();
  sorted.forEach((item, index) => {
    for (const [node, top] of item.cards) {
      ownerOf.set(node, [index, top + (context.heights.get(node) ?? card.height) / 2]);
    }
  });
  const pulls: Pull[] = [];
  for (const edge of context.design.edges) {
    const from = ownerOf.get(edge.from);
    const to = ownerOf.get(edge.to);
    if (from === undefined || to === undefined || from[0] === to[0]) continue;
    pulls.push({ from: from[0], to: to[0], fromOffset: from[1], toOffset: to[1] });
  }
  const tops = stackBlocks(sorted, pulls, rowGap);
  const firstTop = lowest(tops);
  const cards = new Map<string, number>();
  const groups = new Map<string, Span>();
  let height = 0;
  sorted.forEach((item, index) => {
    const top = Math.round((tops[index] ?? 0) - firstTop);
    height = Math.max(height, top + item.height);
    for (const [node, inner] of item.cards) cards.set(node, top + inner);
    for (const [group, span] of item.groups) groups.set(group, { ...span, top: top + span.top });
  });
  return {
    id,
    isGroup: true,
    firstColumn: lowest(sorted.map((item) => item.firstColumn)),
    lastColumn: highest(sorted.map((item) => item.lastColumn)),
    height,
    rank: sorted.reduce((sum, item) => sum + item.rank, 0) / sorted.length,
    nesting: highest(sorted.map((item) => item.nesting)),
    cards,
    groups,
  };
}

/** The line of a group around what is in it. */
function framed(inner: Item): Item {
  const height = inner.height + groupPadding.top + groupPadding.side;
  const nesting = inner.nesting + 1;
  const { firstColumn, lastColumn } = inner;
  const shifted = new Map(
    [...inner.groups].map(([id, span]) => [id, { ...span, top: span.top + groupPadding.top }]),
  );
  return {
    ...inner,
    height,
    nesting,
    cards: new Map([...inner.cards].map(([id, top]) => [id, top + groupPadding.top])),
    groups: shifted.set(inner.id, { top: 0, height, firstColumn, lastColumn, nesting }),
  };
}

/** Items by the known group they are in; null for those that are in none. */
export function childrenBy<T>(
  items: readonly T[],
  parentOf: (item: T) => string | null,
  known: ReadonlySet<string>,
) {
  const children = new Map<string | null, T[]>();
  for (const item of items) {
    const named = parentOf(item);
    const parent = named !== null && known.has(named) ? named : null;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [item]);
    else list.push(item);
  }
  return children;
}

/** The design as a tree of groups, arranged from the inside out; null where there is no node. */
function arrangedTree(context: Context): Item | null {
  const { design } = context;
  const known = new Set(design.groups.map((group) => group.id));
  const nodesIn = childrenBy(design.nodes, (node) => node.group, known);
  const groupsIn = childrenBy(design.groups, (group) => group.parent, known);
  const visited = new Set<string>();
  const itemsOf = (parent: string | null): readonly Item[] => [
    ...(nodesIn.get(parent) ?? []).map((node) => leaf(node.id, context)),
    ...(groupsIn.get(parent) ?? []).flatMap(({ id }) => groupItem(id)),
  ];
  const groupItem = (id: string): readonly Item[] => {
    if (visited.has(id)) return [];
    visited.add(id);
    const items = itemsOf(id);
    return items.length === 0 ? [] : [framed(arranged(id, items, context))];
  };
  const top = [...itemsOf(null), ...design.groups.flatMap(({ id }) => groupItem(id))];
  return top.length === 0 ? null : arranged('', top, context);
}

/** A column of cards with the lines of groups that begin or end at it, canvas px. */
export interface Column {
  /** Where its cards begin. */
  readonly left: number;
  /** From the outermost line before its cards to the outermost one behind them. */
  readonly from: number;
  readonly to: number;
}

/** Where the columns stand: gaps are wider where groups begin or end, and by what is asked for before a column. */
function columnsAt(
  lastColumn: number,
  groups: Iterable<Span>,
  wideningBefore: (column: number) => number,
): readonly Column[] {
  const before = new Map<number, number>();
  const behind = new Map<number, number>();
  for (const { firstColumn, lastColumn: last, nesting } of groups) {
    before.set(firstColumn, Math.max(before.get(firstColumn) ?? 0, nesting));
    behind.set(last, Math.max(behind.get(last) ?? 0, nesting));
  }
  const columns: Column[] = [];
  for (let column = 0; column <= lastColumn; column += 1) {
    const linesPx = (before.get(column) ?? 0) * groupPadding.side;
    const last = columns.at(-1);
    const left = last === undefined ? 0 : last.to + columnGap + wideningBefore(column) + linesPx;
    const to = left + card.width + (behind.get(column) ?? 0) * groupPadding.side;
    columns.push({ left, from: left - linesPx, to });
  }
  return columns;
}

/** An arrangement with the columns that it is in. */
export interface InColumns extends Arrangement {
  readonly columns: readonly Column[];
  /** The column of every node. */
  readonly columnOf: ReadonlyMap<string, number>;
}

/**
 * Lays a design out: a column per layer in the order of the layers (more where a layer calls itself), rows sorted so that few
 * edges cross, the members of a group together within its box, no two boxes overlapping. Groups without members are below.
 */
export function layoutByLayer(design: ResolvedDesign): Arrangement {
  const { places, boxes } = layoutInColumns(design, columnsOf(design), () => 0);
  return { places, boxes };
}

/** `layoutByLayer` in these columns, with so many px more before each of them. */
export function layoutInColumns(
  design: ResolvedDesign,
  columns: ReadonlyMap<string, number>,
  wideningBefore: (column: number) => number,
): InColumns {
  const flowCounts = new Map<string, number>();
  for (const { entry } of design.flows) flowCounts.set(entry, (flowCounts.get(entry) ?? 0) + 1);
  const heights = new Map(
    design.nodes.map((node) => [node.id, nodeHeight(node, flowCounts.get(node.id) ?? 0)]),
  );
  const root = arrangedTree({ design, columns, ranks: ranksOf(design, columns), heights });
  const standing = columnsAt(root?.lastColumn ?? 0, root?.groups.values() ?? [], wideningBefore);
  const leftOf = (column: number) => standing[column]?.left ?? 0;

  const places = Object.fromEntries(
    [...(root?.cards ?? [])].map(([id, y]) => [id, { x: leftOf(columns.get(id) ?? 0), y }]),
  );
  const boxes = new Map(
    [...(root?.groups ?? [])].map(([id, span]) => {
      const x = leftOf(span.firstColumn) - span.nesting * groupPadding.side;
      const right = leftOf(span.lastColumn) + card.width + span.nesting * groupPadding.side;
      return [id, { x, y: span.top, width: right - x, height: span.height }];
    }),
  );
  const empty = design.groups.filter((group) => !boxes.has(group.id));
  const below = root === null ? 0 : root.height + rowGap;
  empty.forEach(({ id }, index) => {
    boxes.set(id, { x: index * (emptyGroup.width + columnGap), y: below, ...emptyGroup });
  });
  return { places, boxes: Object.fromEntries(boxes), columns: standing, columnOf: columns };
}
