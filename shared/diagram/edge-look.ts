import type { EdgeLabel } from './edge-label';

/** How an edge is drawn, the same on the canvas and in pictures. */
export interface EdgeLook {
  /** Width of its line and of its arrow head in px. */
  readonly widthPx: number;
  readonly arrowWidthPx: number;
  /** Lengths of dash and gap in px as `stroke-dasharray` takes them; undefined for a line without gaps. */
  readonly dashes: string | undefined;
  /** The name of its colour in the palette. */
  readonly stroke: 'edge' | 'error';
}

/** The look of an edge with this label; of one whose label is not known yet, that of a line without traffic. */
export function edgeLookOf(label: Pick<EdgeLabel, 'width' | 'dashed' | 'overloaded'> | null): EdgeLook {
  const { width, dashed, overloaded } = label ?? { width: 1, dashed: false, overloaded: false };
  return {
    widthPx: width,
    arrowWidthPx: Math.max(1.5, width * 0.7),
    dashes: overloaded ? '2 3' : dashed ? '6 4' : undefined,
    stroke: overloaded ? 'error' : 'edge',
  };
}
