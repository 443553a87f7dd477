import { Handle, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { CardState } from '../../../shared/diagram/figures';
import { own } from '../../../shared/model/own';
import { useDrag } from '../../store/drag';
import { useReport } from '../../store/report';
import { useView } from '../../store/view';
import { t } from '../../words/t';
import { useNodeLayer, useReadOnly } from '../parts';
import styles from './CardFrame.module.css';
import { CardMark, CardPills } from './CardMark';
import { FindingHint } from './FindingHint';

interface CardFrameProps {
  readonly id: string;
  readonly selected: boolean;
  readonly state: CardState;
  /** What a screen reader says of it. */
  readonly spoken: string;
  readonly children: ReactNode;
}

/**
 * What all cards have: layer edge, selection ring, pills and mark at the upper edge, hint below, handles at the sides. The two
 * empty spans are where React Flow finds an edge's ends when it measures a card; handles proper are there on hover only.
 */
export function CardFrame({ id, selected, state, spoken, children }: CardFrameProps) {
  const layer = useNodeLayer(id);
  const isHovered = useDrag((drag) => drag.hovered === id);
  const isTarget = useDrag((drag) => drag.connectTo === id);
  const isConnecting = useDrag((drag) => drag.connectFrom !== null);
  const isSource = useDrag((drag) => drag.connectFrom === id);
  const isMoving = useDrag((drag) => drag.active);
  const isDim = useIsUnlit(id);
  const readOnly = useReadOnly();
  const withHandles = !readOnly && !isMoving && (isSource || ((selected || isHovered) && !isConnecting));
  return (
    <div
      className={styles.card}
      data-layer={layer}
      data-state={state}
      data-selected={selected}
      data-target={isTarget}
      data-dim={isDim}
    >
      <span id={`say-${id}`} hidden>
        {spoken}
      </span>
      {children}
      <span className={`source ${styles.end}`} data-handlepos="right" />
      <span className={`target ${styles.start}`} data-handlepos="left" />
      <CardPills id={id} />
      <CardMark id={id} />
      <FindingHint id={id} />
      {withHandles ? <ConnectHandles /> : null}
    </div>
  );
}

const sides = [Position.Right, Position.Left, Position.Top, Position.Bottom] as const;

function ConnectHandles() {
  return sides.map((side) => (
    <Handle
      key={side}
      type="source"
      position={side}
      className={`nodrag nopan ${styles.handle}`}
      aria-label={t('Draw a connection')}
    />
  ));
}

/** Whether another flow's path is lit, which does not come by here. */
function useIsUnlit(id: string): boolean {
  const flow = useView((state) => state.litFlow);
  return useReport((state) => {
    if (flow === null) return false;
    const visits = own(state.nodes.get(id)?.visits, flow);
    return visits === undefined || visits <= 0;
  });
}
