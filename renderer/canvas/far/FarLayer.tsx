import { useViewport } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { palettes, type Theme } from '../../../shared/diagram/palette';
import { own } from '../../../shared/model/own';
import { type Design, groupsOf, marksOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useDrag } from '../../store/drag';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { useSelection } from '../../store/selection';
import { useRoutes } from '../edges/route-store';
import { useFigures } from '../figure-store';
import type { Moved } from '../flow-nodes';
import { partBoxes } from '../part-boxes';
import { canvasExtent } from '../viewport';
import styles from './FarLayer.module.css';
import { drawFar, type FarScene } from './far-drawing';

/** A large design from far: one canvas in place of all its cards and edges. */
export function FarLayer() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const editor = useEditor();
  const viewport = useViewport();
  const scene = useScene();
  const theme = useTheme();
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || scene === null) return;
    const { width, height } = canvasExtent(editor);
    const pixelRatio = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
    if (element.width !== wide || element.height !== high) {
      element.width = wide;
      element.height = high;
    }
    drawFar(context, scene, { ...viewport, width, height, pixelRatio }, palettes[theme]);
  }, [editor, viewport, scene, theme]);
  return <canvas ref={canvas} className={styles.far} />;
}

function useScene(): FarScene | null {
  const design = useDocument((state) => state.design);
  const selected = useSelection((state) => state.ids);
  const index = useFigures((state) => state.index);
  const routes = useRoutes((state) => state.routes);
  const places = useDrag((state) => state.places);
  const boxes = useDrag((state) => state.boxes);
  const parts = useMemo(
    () => (design === null ? null : partsOf(design, { places, boxes }, (id) => index?.card(id)?.state)),
    [design, places, boxes, index],
  );
  return useMemo(() => (parts === null ? null : { ...parts, routes, selected }), [parts, routes, selected]);
}

function partsOf(
  design: Design,
  moved: Moved,
  stateOf: (id: string) => FarScene['cards'][number]['state'] | undefined,
): Pick<FarScene, 'cards' | 'groups' | 'notes'> {
  const boxes = partBoxes(design);
  const boxOf = (id: string) => {
    const dragged = own(moved.boxes, id);
    if (dragged !== undefined) return dragged;
    const [box, place] = [boxes.get(id), own(moved.places, id)];
    return box === undefined || place === undefined ? box : { ...box, x: place.x, y: place.y };
  };
  return {
    cards: resolvedOf(design).design.nodes.flatMap(({ id, name, layer }) => {
      const box = boxOf(id);
      return box === undefined ? [] : [{ id, name, layer, box, state: stateOf(id) ?? 'healthy' }];
    }),
    groups: groupsOf(design).flatMap(({ id }) => boxOf(id) ?? []),
    notes: marksOf(design).flatMap(({ id, kind }) => (kind === 'note' ? (boxOf(id) ?? []) : [])),
  };
}

const themeNow = (): Theme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

/** The theme that the page is in: a canvas is not restyled by itself. */
function useTheme(): Theme {
  const [theme, setTheme] = useState(themeNow);
  useEffect(() => {
    const watch = new MutationObserver(() => setTheme(themeNow()));
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => watch.disconnect();
  }, []);
  return theme;
}
