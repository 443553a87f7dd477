/** Limits of what is read as a design, so that a small file cannot take much time or memory. `parseDesign` refuses what breaks one. */

/** Of how much there may be. */
export const counts = {
  /** Bytes of a file; as text, its characters. */
  fileBytes: 32_000_000,
  /** Bytes that a design inside a picture may unpack to. */
  unpackedBytes: 8_000_000,
  /** Objects, lists, texts, numbers and flags of one document, all together. */
  values: 2_000_000,
  /** Objects and lists one inside the other; what is deeper is no design and could exhaust the stack of whoever walks it. */
  nesting: 64,
  nodes: 100_000,
  edges: 300_000,
  groups: 10_000,
  /** Groups one inside the other. */
  groupDepth: 32,
  flows: 10_000,
  /** Notes, texts and shapes on the canvas. */
  marks: 10_000,
  /** Named layers of annotations. */
  markLayers: 100,
  /** Numbers of one stroke of ink: two for each of its points. */
  inkNumbers: 20_000,
  /** Characters of one picture on the canvas, as a data URL: 3 MB of it. */
  imageCharacters: 4_000_000,
  /** Points of one edge that a person placed. */
  bends: 1_000,
  /** Steps of one price. */
  priceTiers: 20,
  /** Scenarios of a design, and what happens at once in one. */
  scenarios: 50,
  scenarioEvents: 20,
  scenarioName: 80,
  /** Entries of any other list: practices, dismissed findings, interfaces, decisions, lines of a brief. */
  entries: 10_000,
  /** Characters of one text: a name, a note, a section of the writing. */
  textCharacters: 100_000,
  /**
   * Combining marks in a row: browsers take longer for each mark the more there are, minutes for those of a long note. Unicode
   * Standard Annex 15 (Stream-Safe Text Format) knows no text of a language with more than 30.
   */
  combiningMarks: 100,
  /** Characters of a word that a program knows: a kind, the id of a rule or a section. */
  wordCharacters: 200,
  /** Problems of one document that are looked for: a document with a thousand faults has one. */
  problems: 1_000,
} as const;

/** Of places and sizes on the canvas, px. */
export const geometry = {
  /** How far from the origin a coordinate may be, in each direction. */
  farthestPx: 1e7,
  /** Width and height of a box. */
  smallestSizePx: 1,
  largestSizePx: 1e6,
  /** Width of a line that a person draws. */
  widestLinePx: 100,
} as const;

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
  /** GB a month. */
  gb: 1e12,
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
 * The smallest number that is distinguished from 0. Less than it no time, rate or size is; near the least that a double holds
 * quotients overflow, and digits are lost.
 */
const smallest = 1e-30;

/** A number of the document as it is worked with: 0 where it is next to nothing. */
export const orNothing = (value: number): number => (value < smallest ? 0 : value);
