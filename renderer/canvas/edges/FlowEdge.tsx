import type { EdgeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { createPortal } from 'react-dom';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import { drawnEdges, edgesDrawnAs } from '../../../shared/diagram/drawn-edges';
import { type EdgeLabel, labelWeightOf, placedLabel, shownLabel } from '../../../shared/diagram/edge-label';
import { edgeLookOf } from '../../../shared/diagram/edge-look';
import type { Route } from '../../../shared/diagram/route';
import { own } from '../../../shared/model/own';
import { groupsOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditing } from '../../store/editing';
import { resolvedOf, useReport } from '../../store/report';
import { useView } from '../../store/view';
import { exactText } from '../../words/figures';
import { listed, t } from '../../words/t';
import { useDetail, useLabelScale } from '../detail';
import { useExplainInPlace } from '../explain-in-place';
import { useEdgeLabel } from '../figure-store';
import { useFound } from '../found';
import { groupTitle } from '../groups/group-titles';
import { useSketched } from '../hand-drawn';
import { useReadOnly } from '../parts';
import { BendHandles, EdgeLabelField, EndHandles } from './deferred-edge-parts';
import styles from './FlowEdge.module.css';
import type { CanvasEdge } from './flow-edges';
import { useLabelLayer } from './label-layer';

/** An edge: its line by the calls it carries, an open arrow head, and its label on the ground. */
export const FlowEdge = memo(function FlowEdge({ id, data, selected = false }: EdgeProps<CanvasEdge>) {
  const known = useEdgeLabel(id);
  const light = useLight(id);
  const shows = useView((state) => state.figures);
  const readOnly = useReadOnly();
  const isEditing = useEditing((state) => state.id === id);
  const inLanes = useView((state) => state.lanes);
  // An edge that ends at a collapsed group is bent and reconnected once that is expanded.
  const isWhole = useDocument((state) => state.design === null || !drawnEdges(state.design).has(id));
  const isOpen = isWhole && !readOnly;
  const label = known === null ? null : shownLabel(known, shows);
  const { widthPx, arrowWidthPx, dashes, stroke } = edgeLookOf(label);
  const line = useSketched(data?.route.path ?? '', id, { once: dashes !== undefined });
  const arrow = useSketched(data?.route.arrow ?? '', `${id} arrow`, { once: true });
  if (data === undefined) return null;
  const { route } = data;
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
      <path className={styles.line} d={line} strokeDasharray={dashes} />
      <path className={styles.arrow} d={arrow} />
      {selected && isOpen && !inLanes ? <BendHandles id={id} route={route} /> : null}
      {selected && isOpen ? <EndHandles id={id} route={route} /> : null}
      {isEditing && isOpen ? (
        <EdgeLabelField id={id} route={route} />
      ) : label === null ? null : (
        <Label
          name={isWhole ? { part: id, metric: 'rps' } : null}
          route={route}
          label={label}
          selected={selected}
          light={light}
        />
      )}
    </g>
  );
});

/** The sentence for a screen reader. */
function Spoken({ id, label }: { readonly id: string; readonly label: EdgeLabel | null }) {
  const ends = useDocument((state) => {
    if (state.design === null) return '';
    const { edges, nodes } = resolvedOf(state.design);
    const edge = drawnEdges(state.design).get(id) ?? edges.get(id);
    if (edge === undefined) return '';
    const groups = groupsOf(state.design);
    const nameOf = (end: string): string => {
      const group = groups.find((other) => other.id === end);
      return nodes.get(end)?.name ?? (group === undefined ? end : groupTitle(group));
    };
    return t('{from} calls {to}', { from: nameOf(edge.from), to: nameOf(edge.to) });
  });
  return <desc id={`say-${id}`}>{listed([ends, label?.text ?? ''].filter((text) => text !== ''))}</desc>;
}

interface LabelProps {
  /** The calls that it says; null where it represents several edges. */
  readonly name: FigureName | null;
  readonly route: Route;
  readonly label: EdgeLabel;
  readonly selected: boolean;
  readonly light: Light;
}

function Label({ name, route, label, selected, light }: LabelProps) {
  const inPlace = useExplainInPlace(name, selected);
  const rps = useReport((state) => (name === null ? null : (state.edges.get(name.part)?.rps ?? null)));
  const layer = useLabelLayer((state) => state.element);
  const detail = useDetail();
  const scale = useLabelScale();
  if (layer === null || detail === 'tile' || detail === 'dot') return null;
  const placed = placedLabel(label, route.label, scale);
  if (placed === null) return null;
  const { text, box } = placed;
  // At most zooms a label is drawn smaller than it was placed for: what is beside its line stays at it.
  const part = route.label?.hugs === 'start' ? 0 : route.label?.hugs === 'end' ? 1 : 0.5;
  const at = `translate(${box.x + box.width * part}px, ${box.y + box.height / 2}px)`;
  return createPortal(
    <div
      className={`nodrag nopan ${styles.label}`}
      style={{ transform: `${at} translate(${-100 * part}%, -50%)`, fontWeight: labelWeightOf(label) }}
      data-selected={selected}
      data-overloaded={label.overloaded}
      data-light={light}
      data-tip={tipOf(text, label, rps)}
      {...inPlace}
    >
      {text}
    </div>,
    layer,
  );
}

/** The exact rate, after the whole text where that was cut. */
function tipOf(text: string, label: EdgeLabel, rps: number | null): string | undefined {
  const exact = rps === null ? '' : exactText({ rps });
  if (text === label.text) return exact === '' ? undefined : exact;
  return exact === '' ? label.text : t('{label} ({exact})', { label: label.text, exact });
}

type Light = 'plain' | 'lit' | 'dim';

/** Whether it was found, or the flow that is pointed at comes along this edge. */
function useLight(id: string): Light {
  const found = useFound(id);
  const flow = useView((state) => state.litFlow);
  const design = useDocument((state) => (flow === null ? null : state.design));
  const isVisited = useReport((state) => {
    if (flow === null || design === null) return false;
    const { edges } = resolvedOf(design);
    return edgesDrawnAs(design, id).some((one) => {
      const edge = edges.get(one);
      if (edge?.flows.includes(flow) !== true) return false;
      return (own(state.nodes.get(edge.from)?.visits, flow) ?? 0) > 0;
    });
  });
  if (found !== 'plain') return found === 'found' ? 'lit' : 'dim';
  if (flow === null) return 'plain';
  return isVisited ? 'lit' : 'dim';
}
