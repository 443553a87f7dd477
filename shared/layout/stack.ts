import { highest } from '../math/extremes';
/** Something with a height that stands in a range of columns: a card, or a group with all that is in it. */
export interface Block {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly height: number;
}

/** A wish: that point `fromOffset` of block `from` and point `toOffset` of block `to` stand at one height. */
export interface Pull {
  readonly from: number;
  readonly to: number;
  readonly fromOffset: number;
  readonly toOffset: number;
}

const passes = 24;

/** For each block, those directly above it in any of its columns. */
function aboveOf(blocks: readonly Block[]): readonly (readonly number[])[] {
  const lowest = new Map<number, number>();
  return blocks.map((block, index) => {
    const above = new Set<number>();
    for (let column = block.firstColumn; column <= block.lastColumn; column += 1) {
      const over = lowest.get(column);
      if (over !== undefined) above.add(over);
      lowest.set(column, index);
    }
    return [...above];
  });
}

/**
 * Tops for blocks given in their order from above: never overlapping in a column, at least `gap` apart, and as near to what pulls
 * at them as that allows. Each pass takes the mean of pushing the blocks down and pushing them up to where they want to be:
 * both keep the distances, so their mean does.
 */
export function stackBlocks(
  blocks: readonly Block[],
  pulls: readonly Pull[],
  gap: number,
): readonly number[] {
  const above = aboveOf(blocks);
  const heightOf = (index: number) => blocks[index]?.height ?? 0;
  const pushedDown = (wanted: readonly number[]) => {
    const tops: number[] = [];
    wanted.forEach((want, index) => {
      const limits = (above[index] ?? []).map((over) => (tops[over] ?? 0) + heightOf(over) + gap);
      tops.push(highest(limits, want));
    });
    return tops;
  };
  const pushedUp = (wanted: readonly number[]) => {
    const tops = [...wanted];
    for (let index = tops.length - 1; index >= 0; index -= 1) {
      for (const over of above[index] ?? []) {
        tops[over] = Math.min(tops[over] ?? 0, (tops[index] ?? 0) - heightOf(over) - gap);
      }
    }
    return tops;
  };
  let tops = pushedDown(blocks.map(() => 0));
  for (let pass = 0; pass < passes; pass += 1) {
    const sums = blocks.map(() => ({ total: 0, count: 0 }));
    for (const { from, to, fromOffset, toOffset } of pulls) {
      const a = sums[from];
      const b = sums[to];
      if (a === undefined || b === undefined) continue;
      a.total += (tops[to] ?? 0) + toOffset - fromOffset;
      a.count += 1;
      b.total += (tops[from] ?? 0) + fromOffset - toOffset;
      b.count += 1;
    }
    // Half of the way: two blocks that want each other's height would change places without end.
    const wanted = sums.map(({ total, count }, index) => {
      const top = tops[index] ?? 0;
      return count === 0 ? top : (top + total / count) / 2;
    });
    const down = pushedDown(wanted);
    const up = pushedUp(wanted);
    tops = down.map((top, index) => (top + (up[index] ?? top)) / 2);
  }
  return tops;
}
