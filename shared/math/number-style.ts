/** How a language writes numbers: what is in `formatRps` and its kin beside the digits. */
export interface NumberStyle {
  readonly decimal: string;
  /** Between groups of three digits, where all digits are shown. */
  readonly group: string;
  /** After the number of percents, with the space before it where there is one. */
  readonly percent: string;
  /** Units and scale marks by their English form, with the space before them: ' ms' → ' мс', 'k' → ' тыс.'; any other stays. */
  readonly units: ReadonlyMap<string, string>;
}

export const englishNumbers: NumberStyle = { decimal: '.', group: '\u202f', percent: ' %', units: new Map() };
