import { useLayoutEffect, useRef } from 'react';
import { palettes } from '../../shared/diagram/palette';
import { useShownTheme } from '../store/shown-theme';
import styles from './Overview.module.css';
import type { OverviewPaths } from './overview-paths';

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
    const marks = new Path2D(paths.marks);
    context.fillStyle = colors.note;
    context.fill(marks);
    context.strokeStyle = colors.noteLine;
    context.stroke(marks);
    for (const { paint, path } of paths.cards) {
      const isState = paint === 'near' || paint === 'broken';
      context.globalAlpha = isState ? 1 : 0.85;
      context.fillStyle = isState
        ? colors[paint === 'near' ? 'warningFill' : 'error']
        : colors.layers[paint].hue;
      context.fill(new Path2D(path));
    }
    context.globalAlpha = 1;
  }, [paths, left, top, scale, width, height, theme]);
  return <canvas ref={canvas} className={styles.parts} />;
}
