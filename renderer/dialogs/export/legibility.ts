/** Width of the text on a page of a document, in CSS px: 18 cm at 96 px an inch. */
export const pageWidthPx = 680;
/** Below this size printed text is hard to read. */
export const leastTextPt = 7;
const ptPerPx = 72 / 96;

/** The smallest text of a picture in px, as its SVG says; null where it has none. */
export function smallestTextPx(svg: string): number | null {
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map((match) => Number(match[1]));
  return sizes.length === 0 ? null : Math.min(...sizes);
}

/** The size in pt of a picture's smallest text where it is set at page width; narrower pictures are not enlarged. */
export function textPtAtPageWidth(svg: string, width: number): number | null {
  const px = smallestTextPx(svg);
  return px === null ? null : px * Math.min(1, pageWidthPx / width) * ptPerPx;
}
