import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { card } from '../../../shared/layout/geometry';
import { useView } from '../../store/view';
import { listed, t } from '../../words/t';
import { useDetail } from '../detail';
import { useCardFigures, useFlowRows } from '../figure-store';
import type { CanvasNode } from '../flow-nodes';
import { useNodeIcon, useNodeName, useReadOnly } from '../parts';
import { AddFlow } from './AddFlow';
import { CardFrame } from './CardFrame';
import styles from './ClientCard.module.css';
import { CardHead, TileFace } from './NodeCard';
import { ScoreRow } from './ScoreRow';

/** Where flows begin: the scoreboard, a row a flow with its rate and its p99 against the target. */
export const ClientCard = memo(function ClientCard({ id, selected }: NodeProps<CanvasNode>) {
  const name = useNodeName(id);
  const icon = useNodeIcon(id);
  const detail = useDetail();
  const figures = useCardFigures(id);
  const rows = useFlowRows(id);
  const readOnly = useReadOnly();
  const shows = useView((state) => state.figures);
  const isTile = detail === 'tile' || detail === 'dot';
  const isOverloaded = rows.some((row) => row.state === 'overloaded');
  const spoken = listed([
    name,
    ...rows.map(({ name: flow, kindWord: kind, rps, figure }) =>
      t('{flow} {kind} {rps} rps {figure}', { flow, kind, rps, figure }),
    ),
  ]);
  return (
    <CardFrame
      id={id}
      selected={selected}
      state={isTile && isOverloaded ? 'saturated' : 'healthy'}
      spoken={spoken}
    >
      {isTile ? (
        <TileFace name={name} icon={icon} named={detail === 'tile'} />
      ) : (
        <>
          <CardHead id={id} name={name} icon={icon} detail={figures?.detail ?? ''} plain={false} />
          <div className={styles.rows} style={{ top: card.flowHeader }}>
            {rows.map((row) => (
              <ScoreRow
                key={row.id}
                row={row}
                withFigures={shows}
                withKind={detail === 'full'}
                short={detail === 'figures'}
              />
            ))}
          </div>
          {readOnly ? null : <AddFlow node={id} flowCount={rows.length} selected={selected} />}
        </>
      )}
    </CardFrame>
  );
});
