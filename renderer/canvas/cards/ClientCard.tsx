import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { flowRowPlaces } from '../../../shared/diagram/card-text';
import { type FlowRow, worstRow } from '../../../shared/diagram/figures';
import { overlayWords } from '../../../shared/diagram/overlay-ids';
import { card } from '../../../shared/layout/geometry';
import { useView } from '../../store/view';
import { listed, t } from '../../words/t';
import { useDetail } from '../detail';
import { useCardFigures, useFlowRows } from '../figure-store';
import type { CanvasNode } from '../flow-nodes';
import { useOverlayCard } from '../overlay-store';
import { useNodeIcon, useNodeName, useReadOnly } from '../parts';
import { AddFlow } from './AddFlow';
import { CardFrame } from './CardFrame';
import styles from './ClientCard.module.css';
import { CompactClient } from './CompactFace';
import { CardHead } from './NodeCard';
import { ScoreRow } from './ScoreRow';
import { TileFace } from './TileFace';

/** Where flows begin: the scoreboard, a row a flow with its rate and its p99 against the target; from far the worst of them. */
export const ClientCard = memo(function ClientCard({ id, selected }: NodeProps<CanvasNode>) {
  const name = useNodeName(id);
  const detail = useDetail();
  const figures = useCardFigures(id);
  const rows = useFlowRows(id);
  const overlay = useOverlayCard(id);
  const shows = useView((state) => state.figures);
  const isTile = detail === 'tile' || detail === 'dot';
  const isOverloaded = shows && rows.some((row) => row.state === 'overloaded');
  const spoken = listed([
    name,
    ...(overlay === null ? [] : [overlayWords(overlay)]),
    ...rows.map(({ name: flow, kindWord: kind, rps, figure }) =>
      t('{flow} {kind} {rps} rps {figure}', { flow, kind, rps, figure }),
    ),
  ]);
  return (
    <CardFrame
      id={id}
      selected={selected}
      state={isTile && isOverloaded ? 'saturated' : 'healthy'}
      missed={shows && figures?.missed === true}
      level={overlay?.level ?? undefined}
      spoken={spoken}
    >
      <ClientFace
        id={id}
        name={name}
        detail={overlay === null ? (figures?.detail ?? '') : overlayWords(overlay)}
        rows={rows}
        shows={shows}
        selected={selected}
      />
    </CardFrame>
  );
});

interface ClientFaceProps {
  readonly id: string;
  readonly name: string;
  /** What it is, or its figure in an overlay. */
  readonly detail: string;
  readonly rows: readonly FlowRow[];
  readonly shows: boolean;
  readonly selected: boolean;
}

function ClientFace({ id, name, detail: words, rows, shows, selected }: ClientFaceProps) {
  const icon = useNodeIcon(id);
  const detail = useDetail();
  const readOnly = useReadOnly();
  if (detail === 'tile' || detail === 'dot') return <TileFace name={name} icon={icon} />;
  if (detail === 'compact')
    return <CompactClient id={id} name={name} icon={icon} row={worstRow(rows)} withFigures={shows} />;
  const isFull = detail === 'full';
  return (
    <>
      <CardHead id={id} name={name} icon={icon} detail={words} plain={false} />
      <div className={styles.rows} style={{ top: card.flowHeader }}>
        {rows.map((row) => (
          <ScoreRow
            key={row.id}
            row={row}
            withFigures={shows}
            withKind={isFull && flowRowPlaces(row, shows).kindLeft !== null}
            short={!isFull}
          />
        ))}
      </div>
      {readOnly ? null : <AddFlow node={id} flowCount={rows.length} selected={selected} />}
    </>
  );
}
