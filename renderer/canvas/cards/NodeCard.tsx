import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { fitDetail, isPlainCard, plainShiftPx } from '../../../shared/diagram/card-text';
import { useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { listed, t } from '../../words/t';
import { useDetail } from '../detail';
import { useCardFigures } from '../figure-store';
import type { CanvasNode } from '../flow-nodes';
import { useNodeIcon, useNodeName } from '../parts';
import { CardFrame } from './CardFrame';
import { CardName } from './CardName';
import { CardBar, FigureLine } from './FigureLine';
import styles from './NodeCard.module.css';

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
    figures?.detail ?? '',
    figures?.rps == null ? '' : t('{figure} {unit}', { figure: figures.rps, unit: figures.rpsUnit }),
    figures?.p99 == null ? '' : t('p99 {latency}', { latency: figures.p99 }),
    figures?.target?.text ?? '',
    figures?.percent ?? '',
  ];
  return (
    <CardFrame
      id={id}
      selected={selected}
      state={state}
      spoken={listed(spoken.filter((text) => text !== ''))}
    >
      {isTile ? (
        <TileFace name={name} icon={icon} named={detail === 'tile'} />
      ) : (
        <>
          <CardHead
            id={id}
            name={name}
            icon={icon}
            detail={figures?.detail ?? ''}
            plain={figures !== null && isPlainCard(figures, showsFigures)}
          />
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

interface CardHeadProps {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly detail: string;
  /** Without figures below it: it stands in the middle. */
  readonly plain: boolean;
}

/** Icon, name and what it is. */
export function CardHead({ id, name, icon, detail, plain }: CardHeadProps) {
  const isFull = useDetail() === 'full';
  const style = { '--shift': `${plain ? plainShiftPx : 0}px` } as CSSProperties;
  return (
    <div className={styles.head} style={style}>
      <span className={styles.tile}>
        <Icon name={icon} size={16} />
      </span>
      <CardName id={id} name={name} fitted={isFull} className={styles.name} />
      {isFull ? (
        <span className={styles.detail}>
          <bdi>{fitDetail(detail)}</bdi>
        </span>
      ) : null}
    </div>
  );
}

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
