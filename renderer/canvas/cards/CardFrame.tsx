import { Handle, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { partsDrawnAs } from '../../../shared/diagram/drawn-parts';
import type { CardState } from '../../../shared/diagram/figures';
import type { RampLevel } from '../../../shared/diagram/overlay-ids';
import { own } from '../../../shared/model/own';
import { useDrag } from '../../store/drag';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { useSelection } from '../../store/selection';
import { useView } from '../../store/view';
import { t } from '../../words/t';
import { useFound } from '../found';
import { useNodeLayer, useReadOnly } from '../parts';
import styles from './CardFrame.module.css';
import { CardMark, CardPills } from './CardMark';
import { FindingHint } from './FindingHint';
import { HandOutline } from './HandOutline';

interface CardFrameProps {
  readonly id: string;
  readonly selected: boolean;
  readonly state: CardState;
  /** A target is missed, which is shown however little else of it is. */
  readonly missed: boolean;
  /** The step of the overlay's ramp that it is coloured by. */
  readonly level?: RampLevel | undefined;
  /** What a screen reader says of it. */
  readonly spoken: string;
  /** The card of a collapsed group: without handles, and of no layer. */
  readonly collapsed?: boolean;
  readonly children: ReactNode;
}

/**
 * What all cards have: layer edge, selection ring, pills and mark at the upper edge, hint below, handles at the sides. The two
 * empty spans are where React Flow finds an edge's ends when it measures a card; handles proper are there on hover only.
 */
export function CardFrame({
  id,
  selected,
  state,
  missed,
  level,
  spoken,
  collapsed = false,
  children,
}: CardFrameProps) {
  const layer = useNodeLayer(id);
  const isHovered = useDrag((drag) => drag.hovered === id);
  const isTarget = useDrag((drag) => drag.connectTo === id);
  const isConnecting = useDrag((drag) => drag.connectFrom !== null);
  const isSource = useDrag((drag) => drag.connectFrom === id);
  const isMoving = useDrag((drag) => drag.active);
  // Of several, none is the one to connect from: theirs come as they are pointed at.
  const isAlone = useSelection((state) => state.ids.size === 1);
  const found = useFound(id);
  const isUnlit = useIsUnlit(id);
  const isDim = found === 'dim' || (isUnlit && found !== 'found');
  const readOnly = useReadOnly();
  const withHandles =
    !collapsed &&
    !readOnly &&
    !isMoving &&
    (isSource || (((selected && isAlone) || isHovered) && !isConnecting));
  return (
    <div
      className={styles.card}
      data-layer={collapsed ? undefined : layer}
      data-collapsed={collapsed}
      data-state={state}
      data-missed={missed}
      data-level={level}
      data-selected={selected}
      data-target={isTarget}
      data-dim={isDim}
      data-found={found === 'found'}
    >
      <span id={`say-${id}`} hidden>
        {spoken}
      </span>
      <HandOutline id={id} />
      {children}
      <span className={`source ${styles.end}`} data-handlepos="right" />
      <span className={`target ${styles.start}`} data-handlepos="left" />
      <CardPills id={id} />
      <CardMark id={id} />
      {collapsed ? null : <FindingHint id={id} />}
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
      role="img"
      aria-label={t('Draw a connection')}
    />
  ));
}

/** Whether another flow's path is lit, which does not come by here. */
function useIsUnlit(id: string): boolean {
  const flow = useView((state) => state.litFlow);
  const editor = useEditor();
  return useReport((state) => {
    if (flow === null) return false;
    return partsDrawnAs(editor.design(), id).every((part) => {
      const visits = own(state.nodes.get(part)?.visits, flow);
      return visits === undefined || visits <= 0;
    });
  });
}
