import type { Analysis } from './analysis';

/** What figures are of; a layer and a node may have the same id. */
export type FigureKind = 'totals' | 'flow' | 'layer' | 'hop' | 'node' | 'edge';

/** One figure that is another: of which part (`totals` for the whole design), and both values; null where it does not exist. */
export interface FigureChange {
  readonly kind: FigureKind;
  readonly part: string;
  readonly metric: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Figures that differ by less than this, relative to the larger, are the same but for rounding. */
const sameWithin = 1e-9;

/** What became of each figure from one analysis to another; parts that only one of them has are compared with nothing. */
export function compareFigures(before: Analysis, after: Analysis): readonly FigureChange[] {
  const lists: readonly (readonly [FigureKind, readonly Part[], readonly Part[]])[] = [
    ['totals', [{ id: 'totals', ...before.totals }], [{ id: 'totals', ...after.totals }]],
    ['flow', before.flows, after.flows],
    ['layer', before.layers, after.layers],
    ['hop', hopsOf(before), hopsOf(after)],
    ['node', before.nodes, after.nodes],
    ['edge', before.edges, after.edges],
  ];
  return lists.flatMap(([kind, olds, news]) => {
    const old = new Map<string, object>(olds.map((part) => [part.id, part]));
    const now = new Map<string, object>(news.map((part) => [part.id, part]));
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) =>
      changesOf({ kind, part: id }, old.get(id), now.get(id)),
    );
  });
}

interface Part {
  readonly id: string;
}

const hopsOf = ({ hops }: Analysis) => hops.map((hop) => ({ id: `${hop.from}>${hop.to}`, ...hop }));

function changesOf(
  of: Pick<FigureChange, 'kind' | 'part'>,
  before: object | undefined,
  after: object | undefined,
): readonly FigureChange[] {
  const old = numbersOf(before ?? {});
  const now = numbersOf(after ?? {});
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((metric) => {
    const a = old.get(metric) ?? null;
    const b = now.get(metric) ?? null;
    return isSame(a, b) ? [] : [{ ...of, metric, before: a, after: b }];
  });
}

function isSame(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= sameWithin * Math.max(Math.abs(a), Math.abs(b));
}

/** Numbers of a part by the path of their names; lists, which are not figures of their own, are left out. */
function numbersOf(part: object, path = ''): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  for (const [name, value] of Object.entries(part)) {
    if (typeof value === 'number' || value === null) found.set(path + name, value);
    else if (typeof value === 'object' && !Array.isArray(value))
      for (const [inner, number] of numbersOf(value as object, `${path}${name}.`)) found.set(inner, number);
  }
  found.delete('bottleneck');
  found.delete('busiest');
  return found;
}
