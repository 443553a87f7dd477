/** Something with a height that is in a range of columns: a card, or a group with all that is in it. */
export interface Block {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly height: number;
}

/** A wish: that point `fromOffset` of block `from` and point `toOffset` of block `to` are at one height. */
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
  const heights = Float64Array.from(blocks, ({ height }) => height);
  const pushedDown = (wanted: Float64Array): Float64Array => {
    const tops = new Float64Array(wanted.length);
    for (let index = 0; index < wanted.length; index += 1) {
      let top = wanted[index] as number;
      for (const over of above[index] ?? [])
        top = Math.max(top, (tops[over] as number) + (heights[over] as number) + gap);
      tops[index] = top;
    }
    return tops;
  };
  const pushedUp = (wanted: Float64Array): Float64Array => {
    const tops = wanted.slice();
    for (let index = tops.length - 1; index >= 0; index -= 1) {
      for (const over of above[index] ?? [])
        tops[over] = Math.min(
          tops[over] as number,
          (tops[index] as number) - (heights[over] as number) - gap,
        );
    }
    return tops;
  };
  let tops = pushedDown(new Float64Array(blocks.length));
  for (let pass = 0; pass < passes; pass += 1) {
    const total = new Float64Array(blocks.length);
    const count = new Int32Array(blocks.length);
    for (const { from, to, fromOffset, toOffset } of pulls) {
      total[from] = (total[from] as number) + ((tops[to] as number) + toOffset - fromOffset);
      count[from] = (count[from] as number) + 1;
      total[to] = (total[to] as number) + ((tops[from] as number) + fromOffset - toOffset);
      count[to] = (count[to] as number) + 1;
    }
    // Half of the way: two blocks that want each other's height would change places without end.
    const wanted = tops.map((top, index) => {
      const pulledBy = count[index] as number;
      return pulledBy === 0 ? top : (top + (total[index] as number) / pulledBy) / 2;
    });
    const down = pushedDown(wanted);
    const up = pushedUp(wanted);
    tops = down.map((top, index) => (top + (up[index] as number)) / 2);
  }
  return [...tops];
}
