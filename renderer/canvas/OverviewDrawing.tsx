import { useLayoutEffect, useRef } from 'react';
import { rampLevels } from '../../shared/diagram/overlay-ids';
import { type Palette, palettes } from '../../shared/diagram/palette';
import { layerIds } from '../../shared/model/vocabulary';
import { useShownTheme } from '../store/shown-theme';
import type { FarDrawing } from './annotations/annotation';
import { drawUnknown } from './annotations/unknown/draw-unknown';
import { annotationViewOf } from './annotations/views';
import styles from './Overview.module.css';
import type { OverviewPaths, Paint } from './overview-paths';

/** A design point p is drawn at p × scale + (left, top). */
export interface OverviewPlace {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

interface OverviewDrawingProps {
  readonly paths: OverviewPaths;
  readonly place: OverviewPlace;
  readonly width: number;
  readonly height: number;
}

/** How a card of a paint is drawn: the steps of a ramp begin near the ground and need a line around them. */
function lookOf(
  paint: Paint,
  colors: Palette,
): { readonly fill: string; readonly alpha: number; readonly line: string | null } {
  if (paint === 'near') return { fill: colors.warningFill, alpha: 1, line: null };
  if (paint === 'broken') return { fill: colors.error, alpha: 1, line: null };
  const layer = layerIds.find((id) => id === paint);
  if (layer !== undefined) return { fill: colors.layers[layer].hue, alpha: 0.85, line: null };
  const level = rampLevels.find((step) => paint === `ramp-${step}`);
  const fill = level === undefined ? undefined : colors.ramp[level];
  return { fill: fill ?? colors.panel, alpha: 1, line: colors.groupLine };
}

/** Words are too small to be read here, and are seen as the area that they take. */
const drawWords: FarDrawing = (context, { box, colors }) => {
  context.fillStyle = colors.groupLine;
  context.globalAlpha = 0.5;
  context.fillRect(box.x, box.y, box.width, box.height);
  context.globalAlpha = 1;
};

/** All parts of the design, on a canvas of their own: the frame of the view moves over it and draws none of them again. */
export function OverviewDrawing({ paths, place, width, height }: OverviewDrawingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useShownTheme();
  const { left, top, scale } = place;
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const pixelRatio = window.devicePixelRatio;
    element.width = Math.round(width * pixelRatio);
    element.height = Math.round(height * pixelRatio);
    const colors = palettes[theme];
    context.setTransform(pixelRatio * scale, 0, 0, pixelRatio * scale, pixelRatio * left, pixelRatio * top);
    context.lineWidth = 1 / scale;
    context.strokeStyle = colors.groupLine;
    context.stroke(new Path2D(paths.groups));
    for (const { mark, box } of paths.marks) {
      const draw = mark.kind === 'text' ? drawWords : (annotationViewOf(mark.kind)?.drawFar ?? drawUnknown);
      draw(context, { mark, box, colors, px: 1 / scale, attachedOf: paths.attachedOf });
    }
    context.lineWidth = 1 / scale;
    for (const { paint, path } of paths.cards) {
      const { fill, alpha, line } = lookOf(paint, colors);
      const shape = new Path2D(path);
      context.globalAlpha = alpha;
      context.fillStyle = fill;
      context.fill(shape);
      if (line === null) continue;
      context.strokeStyle = line;
      context.stroke(shape);
    }
    context.globalAlpha = 1;
  }, [paths, left, top, scale, width, height, theme]);
  return <canvas ref={canvas} className={styles.parts} />;
}
