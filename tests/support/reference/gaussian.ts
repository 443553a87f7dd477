/** Gaussian elimination with the largest pivot: x with a x = b. */
export function gaussian(a: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const rows = a.map((row, i) => [...row, b[i] ?? 0]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column; i < size; i += 1)
      if (Math.abs(at(i, column)) > Math.abs(at(pivot, column))) pivot = i;
    const [up, down] = [rows[pivot], rows[column]];
    if (up === undefined || down === undefined) throw new Error('not square');
    rows[column] = up;
    rows[pivot] = down;
    for (let i = 0; i < size; i += 1) {
      const factor = at(i, column) / at(column, column);
      if (i !== column && factor !== 0)
        rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(column, j));
    }
  }
  return rows.map((_, i) => at(i, size) / at(i, i));
}
