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
  /** Points of one edge that a person placed. */
  bends: 1_000,
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
} as const;
