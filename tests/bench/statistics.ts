/** Value at share `p` of the sorted list; the median at 0.5. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export const inMs = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;

/** Milliseconds of each of `runs` calls, after a fifth as many that are not counted; what is prepared is not timed. */
export function timesOn<T>(
  runs: number,
  prepare: (run: number) => T,
  call: (of: T) => void,
): readonly number[] {
  for (let run = 0; run < Math.ceil(runs / 5); run++) call(prepare(run));
  return Array.from({ length: runs }, (_, run) => {
    const of = prepare(run);
    const start = performance.now();
    call(of);
    return performance.now() - start;
  });
}
