/** The key of one cell in a grid that wraps, by which an arrow moves; null where there is none that way. */
export function cellBeside(
  key: string,
  at: number,
  tops: readonly number[],
  lefts: readonly number[],
): number | null {
  if (key === 'ArrowRight') return at + 1 < tops.length ? at + 1 : null;
  if (key === 'ArrowLeft') return at > 0 ? at - 1 : null;
  if (key === 'Home') return tops.length > 0 ? 0 : null;
  if (key === 'End') return tops.length > 0 ? tops.length - 1 : null;
  const [top, left] = [tops[at], lefts[at]];
  if (top === undefined || left === undefined) return null;
  if (key === 'ArrowDown')
    return nearest(
      lefts,
      left,
      rowAt(
        tops,
        tops.find((other) => other > top),
      ),
    );
  if (key === 'ArrowUp')
    return nearest(
      lefts,
      left,
      rowAt(
        tops,
        tops.findLast((other) => other < top),
      ),
    );
  return null;
}

const rowAt = (tops: readonly number[], row: number | undefined): readonly number[] =>
  tops.flatMap((top, index) => (top === row ? [index] : []));

/** The cell of a row that stands nearest to a place. */
function nearest(lefts: readonly number[], left: number, row: readonly number[]): number | null {
  const distance = (index: number): number => Math.abs((lefts[index] ?? 0) - left);
  return row.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
