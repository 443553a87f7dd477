import { useMemo } from 'react';
import type { Sketch, SketchOptions } from '../../shared/diagram/hand-drawn';
import { isHandDrawn } from '../../shared/diagram/look';
import { useDocument } from '../store/document';
import { deferredValue, useLoaded } from '../ui/deferred';

/** Loaded with the first design that is drawn by hand. */
const drawing = deferredValue(async () => (await import('../../shared/diagram/hand-drawn')).sketch);

/** Draws lines as if by hand; null where the design is drawn plainly, or until it is loaded. */
export function useSketch(): Sketch | null {
  const isWanted = useDocument((state) => isHandDrawn(state.design));
  useLoaded(drawing, isWanted);
  return isWanted ? drawing.value() : null;
}

/** A path as the design is drawn: as it is, or as if by hand. */
export function useSketched(path: string, seed: string, { once = false }: SketchOptions = {}): string {
  const sketch = useSketch();
  return useMemo(() => sketch?.(path, seed, { once }) ?? path, [sketch, path, seed, once]);
}
