import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { CardFrame } from './CardFrame';
import { CardName } from './CardName';
import { useDetail } from './detail';
import { CardBar, FigureLine } from './FigureLine';
import { useCardFigures } from './figure-store';
import type { CanvasNode } from './flow-nodes';
import styles from './NodeCard.module.css';
import { useNodeIcon, useNodeName } from './parts';

/** A component: its name, what it is, and its three live figures. */
export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps<CanvasNode>) {
  const name = useNodeName(id);
  const icon = useNodeIcon(id);
  const detail = useDetail();
  const figures = useCardFigures(id);
  const showsFigures = useView((state) => state.figures);
  const isTile = detail === 'tile' || detail === 'dot';
  const state = showsFigures ? (figures?.state ?? 'healthy') : 'healthy';
  const spoken = [
    name,
    figures?.detail,
    figures?.rps === null || figures?.rps === undefined ? null : `${figures.rps} ${figures.rpsUnit}`,
    figures?.p99 === null || figures?.p99 === undefined ? null : `p99 ${figures.p99}`,
    figures?.target?.text,
    figures?.percent,
  ];
  return (
    <CardFrame id={id} selected={selected} state={state} spoken={spoken.filter(Boolean).join(', ')}>
      {isTile ? (
        <TileFace name={name} icon={icon} named={detail === 'tile'} />
      ) : (
        <>
          <span className={styles.tile}>
            <Icon name={icon} size={16} />
          </span>
          <CardName id={id} name={name} className={styles.name} />
          {detail === 'full' ? <span className={styles.detail}>{figures?.detail ?? ''}</span> : null}
          {showsFigures && figures !== null ? (
            <>
              <FigureLine figures={figures} withTarget={detail !== 'figures'} />
              <CardBar figures={figures} />
            </>
          ) : null}
        </>
      )}
    </CardFrame>
  );
});

interface TileFaceProps {
  readonly name: string;
  readonly icon: string;
  readonly named: boolean;
}

/** Far out: the name large; farther still only the layer's icon. */
export function TileFace({ name, icon, named }: TileFaceProps) {
  return (
    <span className={styles.far} aria-hidden="true">
      {named ? <span className={styles.farName}>{name}</span> : <Icon name={icon} size={40} />}
    </span>
  );
}
