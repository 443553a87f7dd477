/**
 * The largest numbers that a document may hold, by what they are: far beyond any real design, and so small that no product of
 * the analysis, such as bytes × calls × a rate × years, is more than a double holds.
 */
export const magnitudes = {
  /** Milliseconds: 115 days. */
  ms: 1e10,
  /** Seconds: 317 years. */
  seconds: 1e10,
  years: 1e4,
  rps: 1e12,
  bytes: 1e18,
  mbps: 1e12,
  usd: 1e12,
  /** Replicas, requests that a server works on at once, shards, partitions, quorums. */
  servers: 1e6,
  /** Requests that wait, connections, items, users, requests of a user. */
  count: 1e12,
  calls: 1e6,
  retries: 1e3,
  weight: 1e9,
  step: 1e9,
  /** Peaks, spikes, growth and headroom, as multiples. */
  factor: 1e6,
  /** Coefficients of variation and exponents. */
  variation: 1e3,
} as const;

/**
 * The smallest number that is told from nothing. Less than it no time, rate or size is; near the least that a double holds
 * quotients overflow, and digits are lost.
 */
const smallest = 1e-30;

/** A number of the document as it is worked with: 0 where it is next to nothing. */
export const orNothing = (value: number): number => (value < smallest ? 0 : value);
