/** Advice on when to choose a kind. */
export interface Guide {
  readonly when: string;
  readonly whenNot: string;
  /** What it costs, each a sentence of its own. */
  readonly tradeOffs: readonly string[];
  /** What fails first when the load grows. */
  readonly failsFirst: string;
}

/** The guides of a layer's kinds by the kinds' ids. */
export type Guides = Readonly<Record<string, Guide>>;
