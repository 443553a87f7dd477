import { type Design, nodesOf } from '../../shared/model/schema';

/** The least zoom of a design: so small that all of a large one can be seen. */
const usualMinZoom = 0.05;
const minZoomOfMany = 0.004;
const manyNodes = 250;

export const minZoomOf = (design: Design | null): number =>
  design !== null && nodesOf(design).length > manyNodes ? minZoomOfMany : usualMinZoom;

export const maxZoom = 3;

/** What fitting never goes beyond, so that a single card is not blown up. */
export const fitMaxZoom = 1;
