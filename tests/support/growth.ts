/**
 * How many times longer the second takes than the first: the least of several rounds, in turns, for others may be busy on the same
 * machine. A ratio says how time grows with size wherever it is measured.
 */
export function growth(first: () => unknown, second: () => unknown, rounds = 12): number {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  for (let round = 0; round < rounds; round += 1) {
    least[0] = Math.min(least[0], msOf(first));
    least[1] = Math.min(least[1], msOf(second));
  }
  return least[1] / least[0];
}

function msOf(run: () => unknown): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}
