/**
 * How much more capacity `servers` have than one, by the universal scalability law (N. Gunther, Guerrilla Capacity Planning, 2007):
 * C(N) = N ÷ (1 + σ(N − 1) + κN(N − 1)), σ the share of the work that servers wait for one another with (contention), κ what
 * each pair spends on agreeing (coherency).
 */
export const relativeCapacity = (servers: number, contention: number, coherency: number): number =>
  servers / (1 + contention * (servers - 1) + coherency * servers * (servers - 1));

/** The number of servers, not necessarily whole, that have the most capacity by that law: √((1 − σ) ÷ κ); unbounded where κ is 0. */
export const serversAtPeak = (contention: number, coherency: number): number =>
  Math.sqrt((1 - contention) / coherency);
