import rough from 'roughjs';

/** How a line is drawn by hand. */
export interface SketchOptions {
  /** Drawn once: a dashed line that is drawn twice is no longer dashed. */
  readonly once?: boolean;
}

/**
 * Draws an SVG path as if by hand; `seed` is the id of what it belongs to, so that the same line is drawn alike each time. It is a
 * line alone: a fill is drawn below it by the path itself.
 */
export type Sketch = (path: string, seed: string, options?: SketchOptions) => string;

const generator = rough.generator();
const decimals = 1;

/** A number from 1 on for a text, by the hash FNV-1a: 0 would make the library draw at random. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 1) + 1;
}

export const sketch: Sketch = (path, seed, { once = false } = {}) => {
  if (path === '') return '';
  const drawing = generator.path(path, {
    seed: seedOf(seed),
    roughness: 1.5,
    bowing: 1.4,
    maxRandomnessOffset: 2.2,
    preserveVertices: true,
    disableMultiStroke: once,
  });
  return drawing.sets
    .map((set) => generator.opsToPath(set, decimals))
    .join('')
    .trim();
};
