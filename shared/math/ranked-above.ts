import { fewerThan } from './binomial';
import { count as countTurns } from './work';

/** P(the `rank`-th fastest of independent variables is above), given the share above of each, `count` times. */
export function rankedAbove(
  rank: number,
  parts: readonly { readonly count: number; readonly above: number }[],
): number {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  if (rank === total) {
    // 1 − Π (1 − above)^count through logarithms: exact in the far tail.
    const log = parts.reduce((sum, part) => sum + part.count * Math.log1p(-part.above), 0);
    return log === 0 ? 0 : -Math.expm1(log);
  }
  if (total * rank > mostCounted) return fewDone(rank, parts);
  countTurns(total * rank);
  const done = new Float64Array(rank);
  done[0] = 1;
  for (const { count, above } of parts)
    for (let i = 0; i < count; i++)
      for (let k = rank - 1; k >= 0; k--)
        done[k] = (done[k] as number) * above + (k > 0 ? (done[k - 1] as number) * (1 - above) : 0);
  // Where next to nothing is done the shares may come to a rounding more than all, which a rank of ranks has no logarithm of.
  return Math.min(
    1,
    done.reduce((sum, value) => sum + value, 0),
  );
}

/** Variables × rank up to which they are counted one by one. */
const mostCounted = 10_000;

/**
 * P(fewer than `rank` of all variables are done), where they are too many to be counted one by one: the number that is done
 * of the largest part is binomial. Each of the others is counted: the replicas of a shard are a leader and alike followers.
 */
function fewDone(rank: number, parts: readonly { readonly count: number; readonly above: number }[]): number {
  const [largest, ...others] = [...parts].sort((a, b) => b.count - a.count);
  if (largest === undefined) return 0;
  let done = [1];
  for (const { count, above } of others)
    for (let i = 0; i < count; i++)
      done = [...done, 0].map((share, k) => share * above + (done[k - 1] ?? 0) * (1 - above));
  return done.reduce((sum, share, k) => sum + share * fewerThan(largest.count, rank - k, largest.above), 0);
}
