import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { type CardForm, headingOf, plainBoxText, plainShiftPx } from '../../../shared/diagram/card-text';
import type { CardFigures } from '../../../shared/diagram/figures';
import type { OverlayCard } from '../../../shared/diagram/overlay-ids';
import { useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { listed, t } from '../../words/t';
import { useDetail } from '../detail';
import { useCardFigures } from '../figure-store';
import type { CanvasNode } from '../flow-nodes';
import { useIsOverlaid, useOverlayCard } from '../overlay-store';
import { useCardForm, useNodeIcon, useNodeName } from '../parts';
import { CardFrame } from './CardFrame';
import { CardName } from './CardName';
import { CompactBox, CompactFace, CompactOverlay } from './CompactFace';
import { cardSizesOf } from './card-sizes';
import { CardBar, FigureLine, ofCapacity } from './FigureLine';
import styles from './NodeCard.module.css';
import { OverlayLines, spokenOverlay } from './OverlayFace';
import { TileFace } from './TileFace';

/** A component: its name, what it is, and its three live figures; from far, as much of that as can be read. */
export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps<CanvasNode>) {
  const name = useNodeName(id);
  const figures = useCardFigures(id);
  const showsFigures = useView((state) => state.figures);
  const form = useCardForm(id, figures, showsFigures);
  const isOverlaid = useIsOverlaid();
  const ownOverlay = useOverlayCard(id);
  // A box of no kind has no place for a figure, and without one it has no colour.
  const overlay = form === 'box' ? null : ownOverlay;
  return (
    <CardFrame
      id={id}
      selected={selected}
      state={showsFigures ? (figures?.state ?? 'healthy') : 'healthy'}
      missed={showsFigures && figures?.missed === true}
      level={overlay?.level ?? undefined}
      spoken={
        overlay === null ? spokenOf(name, figures) : spokenOverlay(name, figures?.detail ?? '', overlay)
      }
    >
      <NodeFace
        id={id}
        name={name}
        figures={figures}
        form={isOverlaid && form === 'figures' ? 'plain' : form}
        overlay={overlay}
      />
    </CardFrame>
  );
});

export function spokenOf(name: string, figures: CardFigures | null): string {
  if (figures === null) return name;
  const { detail, rps, rpsUnit: unit, p99, target, load, state } = figures;
  return listed(
    [
      name,
      detail,
      rps === null ? '' : t('{figure} {unit}', { figure: rps, unit }),
      p99 === null ? '' : t('p99 {latency}', { latency: p99 }),
      target?.text ?? '',
      load === null ? '' : ofCapacity(load),
      state === 'saturated' ? t('saturated') : '',
    ].filter((text) => text !== ''),
  );
}

interface NodeFaceProps {
  readonly id: string;
  readonly name: string;
  readonly figures: CardFigures | null;
  readonly form: CardForm;
  /** What it says in place of its load; null for nothing. */
  readonly overlay: OverlayCard | null;
}

function NodeFace({ id, name, figures, form, overlay }: NodeFaceProps) {
  const icon = useNodeIcon(id);
  const detail = useDetail();
  if (detail === 'tile' || detail === 'dot')
    return <TileFace name={name} icon={form === 'box' ? null : icon} />;
  const isCompact = detail === 'compact';
  if (form === 'box')
    return isCompact ? (
      <CompactBox id={id} name={name} />
    ) : (
      <PlainBox id={id} name={name} detail={figures?.detail ?? ''} />
    );
  const shown = form === 'figures' ? figures : null;
  if (isCompact && overlay !== null)
    return <CompactOverlay id={id} name={name} icon={icon} overlay={overlay} />;
  if (isCompact) return <CompactFace id={id} name={name} icon={icon} figures={shown} />;
  return (
    <>
      <CardHead
        id={id}
        name={name}
        icon={icon}
        detail={figures?.detail ?? ''}
        plain={form === 'plain' && overlay === null}
      />
      {overlay === null ? null : <OverlayLines id={id} overlay={overlay} />}
      {shown === null ? null : (
        <>
          <FigureLine id={id} figures={shown} />
          <CardBar id={id} figures={shown} />
        </>
      )}
    </>
  );
}

interface CardHeadProps {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly detail: string;
  /** Without figures below it: it is in the middle. */
  readonly plain: boolean;
}

/** Icon, name and what it is. */
export function CardHead({ id, name, icon, detail, plain }: CardHeadProps) {
  const style = { '--shift': `${plain ? plainShiftPx : 0}px` } as CSSProperties;
  const heading = headingOf(name, detail, cardSizesOf(useDetail()));
  return (
    <div
      className={styles.head}
      style={style}
      data-lines={heading.nameLines.length}
      data-bare={heading.detail === ''}
    >
      <span className={styles.tile}>
        <Icon name={icon} size={16} fixed />
      </span>
      <CardName id={id} name={name} lines={heading.nameLines} className={styles.name} />
      {heading.detail === '' ? null : (
        <span className={styles.detail}>
          <bdi>{heading.detail}</bdi>
        </span>
      )}
    </div>
  );
}

/** A box of no kind: its label in the middle. */
function PlainBox({
  id,
  name,
  detail,
}: {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}) {
  const text = plainBoxText(name, detail, cardSizesOf(useDetail()));
  return (
    <div className={styles.box}>
      <CardName id={id} name={name} lines={text.nameLines} className={styles.boxName} />
      {text.detail === '' ? null : (
        <span className={styles.boxDetail}>
          <bdi>{text.detail}</bdi>
        </span>
      )}
    </div>
  );
}
