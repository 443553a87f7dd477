import type { EdgeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { createPortal } from 'react-dom';
import { type EdgeLabel, labelWeightOf, placedLabel, shownLabel } from '../../../shared/diagram/edge-label';
import { edgeLookOf } from '../../../shared/diagram/edge-look';
import type { Route } from '../../../shared/diagram/route';
import { own } from '../../../shared/model/own';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { useView } from '../../store/view';
import { listed, t } from '../../words/t';
import { labelScaleOf, useDetail } from '../detail';
import { useEdgeLabel } from '../figure-store';
import { useReadOnly } from '../parts';
import { BendHandles } from './BendHandles';
import styles from './FlowEdge.module.css';
import type { CanvasEdge } from './flow-edges';
import { useLabelLayer } from './label-layer';

/** An edge: its line by the calls it carries, an open arrow head, and its label on the ground. */
export const FlowEdge = memo(function FlowEdge({ id, data, selected = false }: EdgeProps<CanvasEdge>) {
  const known = useEdgeLabel(id);
  const light = useLight(id);
  const shows = useView((state) => state.figures);
  const readOnly = useReadOnly();
  if (data === undefined) return null;
  const { route } = data;
  const label = known === null ? null : shownLabel(known, shows);
  const { widthPx, arrowWidthPx, dashes, stroke } = edgeLookOf(label);
  const widths = { '--width': widthPx, '--arrow-width': arrowWidthPx } as CSSProperties;
  return (
    <g
      className={styles.edge}
      style={widths}
      data-selected={selected}
      data-stroke={stroke}
      data-light={light}
    >
      <Spoken id={id} label={known} />
      <path className={styles.hit} d={route.path} />
      <path className={styles.line} d={route.path} strokeDasharray={dashes} />
      <path className={styles.arrow} d={route.arrow} />
      {selected && !readOnly ? <BendHandles id={id} route={route} /> : null}
      {label === null ? null : <Label route={route} label={label} selected={selected} light={light} />}
    </g>
  );
});

/** The sentence for a screen reader. */
function Spoken({ id, label }: { readonly id: string; readonly label: EdgeLabel | null }) {
  const ends = useDocument((state) => {
    if (state.design === null) return '';
    const { edges, nodes } = resolvedOf(state.design);
    const edge = edges.get(id);
    if (edge === undefined) return '';
    return t('{from} calls {to}', {
      from: nodes.get(edge.from)?.name ?? edge.from,
      to: nodes.get(edge.to)?.name ?? edge.to,
    });
  });
  return <desc id={`say-${id}`}>{listed([ends, label?.text ?? ''].filter((text) => text !== ''))}</desc>;
}

interface LabelProps {
  readonly route: Route;
  readonly label: EdgeLabel;
  readonly selected: boolean;
  readonly light: Light;
}

function Label({ route, label, selected, light }: LabelProps) {
  const layer = useLabelLayer((state) => state.element);
  const detail = useDetail();
  if (layer === null || detail === 'tile' || detail === 'dot') return null;
  const placed = placedLabel(label, route.label, labelScaleOf(detail));
  if (placed === null) return null;
  const { text, box } = placed;
  const middle = `translate(${box.x + box.width / 2}px, ${box.y + box.height / 2}px)`;
  return createPortal(
    <div
      className={`nodrag nopan ${styles.label}`}
      style={{ transform: `${middle} translate(-50%, -50%)`, fontWeight: labelWeightOf(label) }}
      data-selected={selected}
      data-overloaded={label.overloaded}
      data-light={light}
      data-tip={text === label.text ? undefined : label.text}
    >
      {text}
    </div>,
    layer,
  );
}

type Light = 'plain' | 'lit' | 'dim';

/** Whether the flow that is pointed at comes along this edge. */
function useLight(id: string): Light {
  const flow = useView((state) => state.litFlow);
  const edge = useDocument((state) =>
    flow === null || state.design === null ? undefined : resolvedOf(state.design).edges.get(id),
  );
  const visits = useReport((state) =>
    flow === null || edge === undefined ? 0 : (own(state.nodes.get(edge.from)?.visits, flow) ?? 0),
  );
  if (flow === null) return 'plain';
  return edge?.flows.includes(flow) === true && visits > 0 ? 'lit' : 'dim';
}
