import { useViewport } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { palettes } from '../../../shared/diagram/palette';
import type { Route } from '../../../shared/diagram/route';
import type { Design } from '../../../shared/model/schema';
import { useEditor } from '../../store/editors';
import { useShownTheme } from '../../store/shown-theme';
import { nearFindersOf } from '../near/near-parts';
import { canvasExtent } from '../viewport';
import styles from './DenseEdges.module.css';
import { isSparse, sparseOf } from './dense-edges';
import type { Routes } from './route-store';

interface DenseEdgesProps {
  readonly design: Design;
  readonly routes: Routes;
  /** Those near the view that are no elements of the page; null while all are elements. */
  readonly lines: readonly Route[] | null;
}

/** The edges of a design that has too many in view for elements: one picture below the cards. */
export function DenseEdges({ design, routes, lines }: DenseEdgesProps) {
  const editor = useEditor();
  const viewport = useViewport();
  useEffect(() => {
    const { width, height } = canvasExtent(editor);
    // Before it is measured nothing is in view, which says nothing of what will be.
    if (width === 0 || height === 0) return;
    const { x, y, zoom } = viewport;
    const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    const store = sparseOf(editor);
    const wasSparse = store.getState().designId === design.id;
    const sparse = isSparse(nearFindersOf(editor).edges(routes, view).size, wasSparse);
    if (sparse !== wasSparse) store.setState({ designId: sparse ? design.id : null });
  }, [editor, design, routes, viewport]);
  return lines === null ? null : <Picture lines={lines} viewport={viewport} />;
}

interface PictureProps {
  readonly lines: readonly Route[];
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number };
}

function Picture({ lines, viewport }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const editor = useEditor();
  const theme = useShownTheme();
  // Stroking all lines as one path costs a fraction of stroking each.
  const path = useMemo(() => new Path2D(lines.map(({ path, arrow }) => path + arrow).join('')), [lines]);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const { width, height } = canvasExtent(editor);
    const scale = window.devicePixelRatio;
    element.width = Math.round(width * scale);
    element.height = Math.round(height * scale);
    const { x, y, zoom } = viewport;
    context.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y);
    context.lineWidth = 1.2;
    context.strokeStyle = palettes[theme].edge;
    context.stroke(path);
  }, [editor, path, viewport, theme]);
  return <canvas ref={canvas} className={styles.picture} data-dense-edges="" />;
}
