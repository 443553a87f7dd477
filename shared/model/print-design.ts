import type { Design } from './schema';

/** The text of a design's file: JSON indented by two spaces, with a newline at its end. */
export function printDesign(design: Design): string {
  return `${JSON.stringify(design, null, 2)}\n`;
}
