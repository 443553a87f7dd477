import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { CardFigures } from '../../../shared/diagram/figures';
import type { OverlayCard } from '../../../shared/diagram/overlay-ids';
import { groupsOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { listed, t } from '../../words/t';
import { toggleCollapsed } from '../arrange';
import { CardFrame } from '../cards/CardFrame';
import { CompactFace, CompactOverlay } from '../cards/CompactFace';
import { CardBar, FigureLine } from '../cards/FigureLine';
import { CardHead, spokenOf } from '../cards/NodeCard';
import { OverlayLines, spokenOverlay } from '../cards/OverlayFace';
import { TileFace } from '../cards/TileFace';
import { useDetail } from '../detail';
import { useCardFigures } from '../figure-store';
import type { CanvasNode } from '../flow-nodes';
import { useIsOverlaid, useOverlayCard } from '../overlay-store';
import { useReadOnly } from '../parts';
import styles from './CollapsedGroup.module.css';
import { groupTitle } from './group-titles';

/** A collapsed group: one card with its title, how many components it has, what comes into it and the worst of what is in it. */
export const CollapsedGroup = memo(function CollapsedGroup({ id, selected }: NodeProps<CanvasNode>) {
  const group = useDocument((state) =>
    state.design === null ? undefined : groupsOf(state.design).find((other) => other.id === id),
  );
  const figures = useCardFigures(id);
  const showsFigures = useView((state) => state.figures);
  const detail = useDetail();
  const isOverlaid = useIsOverlaid();
  const overlay = useOverlayCard(id);
  if (group === undefined) return null;
  const title = groupTitle(group);
  return (
    <CardFrame
      id={id}
      selected={selected}
      collapsed
      state={showsFigures ? (figures?.state ?? 'healthy') : 'healthy'}
      missed={showsFigures && figures?.missed === true}
      level={overlay?.level ?? undefined}
      spoken={listed(
        [
          t('{title}, collapsed group', { title }),
          overlay === null ? spokenOf('', figures) : spokenOverlay('', figures?.detail ?? '', overlay),
        ].filter((text) => text !== ''),
      )}
    >
      <Face
        id={id}
        title={title}
        figures={figures}
        withFigures={showsFigures && !isOverlaid}
        overlay={overlay}
      />
      {detail === 'tile' || detail === 'dot' ? null : <ExpandButton id={id} title={title} />}
    </CardFrame>
  );
});

interface FaceProps {
  readonly id: string;
  readonly title: string;
  readonly figures: CardFigures | null;
  readonly withFigures: boolean;
  /** What it says in place of its load; null for nothing. */
  readonly overlay: OverlayCard | null;
}

function Face({ id, title, figures, withFigures, overlay }: FaceProps) {
  const detail = useDetail();
  if (detail === 'tile' || detail === 'dot') return <TileFace name={title} icon="frame" />;
  const has = figures !== null && withFigures && (figures.rps !== null || figures.percent !== null);
  if (detail === 'compact' && overlay !== null)
    return <CompactOverlay id={id} name={title} icon="frame" overlay={overlay} />;
  if (detail === 'compact')
    return <CompactFace id={id} name={title} icon="frame" figures={has ? figures : null} />;
  return (
    <>
      <CardHead
        id={id}
        name={title}
        icon="frame"
        detail={figures?.detail ?? ''}
        plain={!has && overlay === null}
      />
      {overlay === null ? null : <OverlayLines id={id} overlay={overlay} />}
      {has ? (
        <>
          <FigureLine id={id} figures={figures} />
          <CardBar id={id} figures={figures} />
        </>
      ) : null}
    </>
  );
}

/** On the card's lower corner, where it covers nothing that is read. */
function ExpandButton({ id, title }: { readonly id: string; readonly title: string }) {
  const editor = useEditor();
  const readOnly = useReadOnly();
  if (readOnly) return null;
  return (
    <button
      type="button"
      className={`nodrag nopan ${styles.expand}`}
      aria-label={t('Expand {title}', { title })}
      data-tip={t('Expand')}
      onClick={(event) => {
        event.stopPropagation();
        toggleCollapsed(editor, [id]);
      }}
    >
      <Icon name="chevron-down" size={14} fixed />
    </button>
  );
}
