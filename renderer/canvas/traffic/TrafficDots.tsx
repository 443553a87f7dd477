import { useStoreApi, ViewportPortal } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { palettes } from '../../../shared/diagram/palette';
import { own } from '../../../shared/model/own';
import type { Box, Design } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { useShownTheme } from '../../store/shown-theme';
import { useView } from '../../store/view';
import { useRoutes } from '../edges/route-store';
import { overlaps } from '../part-boxes';
import { eachDot, type Pace, paceOf, type Track, trackOf } from './dots';
import styles from './TrafficDots.module.css';

interface Moving {
  readonly track: Track;
  readonly pace: Pace;
  readonly isFailing: boolean;
}

const dotPx = 2.4;

/** Whether a call of an edge belongs to a flow; every one where none is pointed at. */
function carries(
  design: Design,
  edge: string,
  flow: string | null,
  visits: (node: string, of: string) => number,
): boolean {
  if (flow === null) return true;
  const resolved = resolvedOf(design).edges.get(edge);
  return resolved?.flows.includes(flow) === true && visits(resolved.from, flow) > 0;
}

/** The edges that carry calls, with their lines and how their dots go. */
function useMoving(): readonly Moving[] {
  const design = useDocument((state) => state.design);
  const routes = useRoutes((state) => state.routes);
  const analysis = useReport((state) => state.analysis);
  const nodes = useReport((state) => state.nodes);
  const flow = useView((state) => state.litFlow);
  return useMemo(() => {
    if (design === null || analysis === null) return [];
    const visits = (node: string, of: string) => own(nodes.get(node)?.visits, of) ?? 0;
    return analysis.edges.flatMap(({ id, rps }) => {
      const line = routes.get(id)?.line;
      const pace = paceOf(rps);
      if (line === undefined || line.length < 2 || pace === null) return [];
      if (!carries(design, id, flow, visits)) return [];
      const callee = resolvedOf(design).edges.get(id)?.to;
      const isFailing = callee !== undefined && nodes.get(callee)?.saturated === true;
      return [{ track: trackOf(line), pace, isFailing }];
    });
  }, [design, routes, analysis, nodes, flow]);
}

/**
 * Dots that move along the edges in view as calls do, closer and faster where there are more; on one canvas, above the lines and below
 * the cards. They stand still where the system asks for no motion, and nothing is drawn while the window is hidden.
 */
export function TrafficDots() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi();
  const theme = useShownTheme();
  const moving = useMoving();
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return undefined;
    const colours = palettes[theme];
    const still = window.matchMedia('(prefers-reduced-motion: reduce)');
    let frame = 0;
    const draw = (time: number): void => {
      const { width, height, transform } = flow.getState();
      const [x, y, zoom] = transform;
      const scale = window.devicePixelRatio;
      // It lies in the layer that moves with the view, to be above its lines and below its cards, and undoes that movement.
      element.style.transform = `translate(${-x / zoom}px, ${-y / zoom}px) scale(${1 / zoom})`;
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
      const size = [Math.round(width * scale), Math.round(height * scale)] as const;
      if (element.width !== size[0]) element.width = size[0];
      if (element.height !== size[1]) element.height = size[1];
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      context.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y);
      const view: Box = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      const radius = Math.max(dotPx, 1.6 / zoom);
      const seconds = still.matches ? 0.5 : time / 1000;
      for (const isFailing of [false, true]) {
        const path = new Path2D();
        for (const { track, pace, isFailing: fails } of moving) {
          if (fails !== isFailing || !overlaps(grownBy(track.bounds, radius), view)) continue;
          eachDot(track, pace, seconds, (dotX, dotY) => {
            path.moveTo(dotX + radius, dotY);
            path.arc(dotX, dotY, radius, 0, 2 * Math.PI);
          });
        }
        context.fillStyle = isFailing ? colours.error : colours.accent;
        context.fill(path);
      }
      if (!still.matches) frame = requestAnimationFrame(draw);
    };
    const redraw = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    };
    redraw();
    const stop = flow.subscribe((state, before) => {
      if (still.matches && state.transform !== before.transform) redraw();
    });
    still.addEventListener('change', redraw);
    return () => {
      cancelAnimationFrame(frame);
      stop();
      still.removeEventListener('change', redraw);
    };
  }, [flow, theme, moving]);
  return (
    <ViewportPortal>
      <canvas ref={canvas} className={styles.dots} data-traffic="" />
    </ViewportPortal>
  );
}

const grownBy = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
