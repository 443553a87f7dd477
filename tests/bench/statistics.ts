/** Value at share `p` of the sorted list; the median at 0.5. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export const inMs = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;

/** Milliseconds of each of `runs` calls, after a fifth as many that are not counted. */
export function timesOf(runs: number, call: () => void): readonly number[] {
  for (let i = 0; i < Math.ceil(runs / 5); i++) call();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
}
