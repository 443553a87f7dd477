import type { Axis } from './spans';

/** A line along which boxes are aligned: at `at` on its axis, from one end of them to the other. */
export interface GuideLine {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A gap that is as large as another beside it: from box to box along its axis, at `at` across it. */
export interface GuideGap {
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

export interface Guides {
  readonly lines: readonly GuideLine[];
  readonly gaps: readonly GuideGap[];
}

export const noGuides: Guides = { lines: [], gaps: [] };
