import type { FigureName } from '../analysis/explanations/figure-names';

/** What cards show: their load, or one other figure with a colour by how much it is. */
export const overlayIds = ['load', 'latency', 'tail', 'layer', 'availability', 'cost', 'findings'] as const;
export type OverlayId = (typeof overlayIds)[number];

/** The overlays that colour cards. */
export type ColouredOverlay = Exclude<OverlayId, 'load'>;

/** A step of the colour ramp, from little to much. */
export type RampLevel = 0 | 1 | 2 | 3 | 4;
export const rampLevels = [0, 1, 2, 3, 4] as const satisfies readonly RampLevel[];

/** What a card says in an overlay: '12 ms' 'p99 with calls', and below it '38 % of Redirect'. */
export interface OverlayCard {
  readonly figure: string;
  /** '' for a figure that says itself what it is. */
  readonly unit: string;
  /** '' where there is nothing to add. */
  readonly note: string;
  /** The note in as little room as there is on a small card; '' for none. */
  readonly short: string;
  /** null: it has no colour. */
  readonly level: RampLevel | null;
  /** The figure of the analysis that it is; left out where it is of several together, or a count. */
  readonly of?: FigureName;
}

/** The figure of an overlay with its unit, in one text. */
export const overlayWords = ({ figure, unit }: OverlayCard): string =>
  unit === '' ? figure : `${figure} ${unit}`;
