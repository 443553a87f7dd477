import { useViewport } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FigureIndex } from '../../../shared/diagram/figures';
import type { RampLevel } from '../../../shared/diagram/overlay-ids';
import { palettes, type Theme } from '../../../shared/diagram/palette';
import { isPlainBox } from '../../../shared/layout/geometry';
import { collapsedParts } from '../../../shared/model/collapsed';
import { markStates } from '../../../shared/model/marks';
import { own } from '../../../shared/model/own';
import { type Design, groupsOf, marksOf } from '../../../shared/model/schema';
import { useDrag } from '../../store/drag';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { useSelection } from '../../store/selection';
import { useView } from '../../store/view';
import { movedArrow, movedArrowBox, movedAttachments } from '../annotations/moved-arrow';
import { drawUnknown } from '../annotations/unknown/draw-unknown';
import { annotationViewOf } from '../annotations/views';
import { useRoutes } from '../edges/route-store';
import { useFigures } from '../figure-store';
import type { Moved } from '../flow-nodes';
import { useAllFound } from '../found';
import { groupTitle } from '../groups/group-titles';
import { useShownDesign } from '../lanes/shown';
import { useOverlayCards } from '../overlay-store';
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
  const design = useShownDesign();
  const selected = useSelection((state) => state.ids);
  const index = useFigures((state) => state.index);
  const showsFigures = useView((state) => state.figures);
  const overlayOf = useOverlayCards();
  const routes = useRoutes((state) => state.routes);
  const places = useDrag((state) => state.places);
  const boxes = useDrag((state) => state.boxes);
  const parts = useMemo(
    () =>
      design === null
        ? null
        : partsOf(
            design,
            { places, boxes },
            showsFigures ? index : null,
            (id) => overlayOf?.(id)?.level ?? null,
          ),
    [design, places, boxes, index, showsFigures, overlayOf],
  );
  const found = useAllFound(({ ids }) => ids);
  const beside = useAllFound((state) => state.beside);
  return useMemo(
    () => (parts === null ? null : { ...parts, routes, selected, found, beside }),
    [parts, routes, selected, found, beside],
  );
}

function partsOf(
  design: Design,
  moved: Moved,
  figures: FigureIndex | null,
  levelOf: (id: string) => RampLevel | null,
): Pick<FarScene, 'cards' | 'groups' | 'marks' | 'attachedOf'> {
  const boxes = partBoxes(design);
  const { hidden } = markStates(design);
  const boxOf = (id: string) => {
    const dragged = own(moved.boxes, id);
    if (dragged !== undefined) return dragged;
    const [box, place] = [boxes.get(id), own(moved.places, id)];
    return box === undefined || place === undefined ? box : { ...box, x: place.x, y: place.y };
  };
  const { shown } = collapsedParts(design);
  const collapsed = groupsOf(design).flatMap((group) => {
    const box = shown.has(group.id) ? boxOf(group.id) : undefined;
    if (box === undefined) return [];
    const { state = 'healthy', missed = false } = figures?.card(group.id) ?? {};
    const level = levelOf(group.id);
    return [{ id: group.id, name: groupTitle(group), layer: null, icon: 'frame', box, state, missed, level }];
  });
  const cards = resolvedOf(design).design.nodes.flatMap((node) => {
    const { id, name, layer, kind } = node;
    const box = boxOf(id);
    if (box === undefined) return [];
    const { state = 'healthy', missed = false } = figures?.status(id) ?? {};
    const isBox = isPlainBox(node);
    const level = isBox ? null : levelOf(id);
    return [{ id, name, layer, icon: isBox ? null : kind.icon, box, state, missed, level }];
  });
  return {
    cards: [...cards, ...collapsed],
    groups: groupsOf(design).flatMap((group) => {
      const box = shown.has(group.id) ? undefined : boxOf(group.id);
      return box === undefined ? [] : [{ box, title: groupTitle(group) }];
    }),
    marks: marksOf(design).flatMap((mark) => {
      const box = movedArrowBox(design, mark, moved) ?? boxOf(mark.id);
      const drawFar = annotationViewOf(mark.kind)?.drawFar ?? drawUnknown;
      return box === undefined || hidden.has(mark.id)
        ? []
        : [{ mark: movedArrow(design, mark, moved), box, drawFar }];
    }),
    attachedOf: movedAttachments(design, moved),
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
