import { useViewport } from '@xyflow/react';
import { type PointerEvent, useMemo } from 'react';
import { type Box, type Design, groupsOf } from '../../shared/model/schema';
import { type LayerId, layerIds } from '../../shared/model/vocabulary';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { t } from '../words/t';
import styles from './Overview.module.css';
import { boundsOf, partBoxes } from './part-boxes';
import { canvasExtent, centreAt } from './viewport';

const width = 140;
const height = 82;
const padding = 6;

const rectPath = ({ x, y, width: w, height: h }: Box): string => `M${x} ${y}h${w}v${h}h${-w}z`;

interface Drawing {
  readonly bounds: Box;
  readonly layers: readonly { readonly layer: LayerId; readonly path: string }[];
  readonly groups: string;
}

/** One path a layer: a thousand cards cost as much as ten. */
function drawingOf(design: Design): Drawing | null {
  const boxes = partBoxes(design);
  const bounds = boundsOf(boxes.values());
  if (bounds === null) return null;
  const paths = new Map<LayerId, string[]>();
  for (const { id, layer } of resolvedOf(design).design.nodes) {
    const box = boxes.get(id);
    if (box === undefined) continue;
    const known = paths.get(layer);
    if (known === undefined) paths.set(layer, [rectPath(box)]);
    else known.push(rectPath(box));
  }
  return {
    bounds,
    layers: layerIds.flatMap((layer) => {
      const path = paths.get(layer);
      return path === undefined ? [] : [{ layer, path: path.join('') }];
    }),
    groups: groupsOf(design)
      .flatMap(({ id }) => boxes.get(id) ?? [])
      .map(rectPath)
      .join(''),
  };
}

/** The whole design at a glance, in layer colours, with the part that is on the screen; a press goes there. */
export function Overview() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const drawing = useMemo(() => (design === null ? null : drawingOf(design)), [design]);
  const viewport = useViewport();
  if (drawing === null) return null;
  const extent = canvasExtent(editor);
  const seen = {
    x: -viewport.x / viewport.zoom,
    y: -viewport.y / viewport.zoom,
    width: extent.width / viewport.zoom,
    height: extent.height / viewport.zoom,
  };
  const all = boundsOf([drawing.bounds, seen]) ?? drawing.bounds;
  const scale = Math.min((width - 2 * padding) / all.width, (height - 2 * padding) / all.height);
  const left = (width - all.width * scale) / 2 - all.x * scale;
  const top = (height - all.height * scale) / 2 - all.y * scale;
  const goTo = (event: PointerEvent<SVGSVGElement>): void => {
    const rect = event.currentTarget.getBoundingClientRect();
    centreAt(editor, {
      x: (event.clientX - rect.left - left) / scale,
      y: (event.clientY - rect.top - top) / scale,
    });
  };
  return (
    <svg
      className={`nopan nowheel ${styles.map}`}
      width={width}
      height={height}
      role="img"
      aria-label={t('Overview of the design')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) goTo(event);
      }}
    >
      <g transform={`translate(${left} ${top}) scale(${scale})`}>
        <path className={styles.group} d={drawing.groups} />
        {drawing.layers.map(({ layer, path }) => (
          <path key={layer} className={styles.part} data-layer={layer} d={path} />
        ))}
        <path className={styles.seen} d={rectPath(seen)} />
      </g>
    </svg>
  );
}
