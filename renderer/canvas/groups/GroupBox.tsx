import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { boxPath } from '../../../shared/diagram/box-path';
import { fitGroupTitle, groupLooks, groupTitleSize } from '../../../shared/diagram/group-look';
import type { Box } from '../../../shared/model/schema';
import { groupsOf } from '../../../shared/model/schema';
import type { GroupKind } from '../../../shared/model/vocabulary';
import { useDocument } from '../../store/document';
import { useDrag } from '../../store/drag';
import { useEditing } from '../../store/editing';
import { useEditor } from '../../store/editors';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { resizeGroup, toggleCollapsed } from '../arrange';
import { useDetail } from '../detail';
import type { CanvasNode } from '../flow-nodes';
import { useFound } from '../found';
import { useSketched } from '../hand-drawn';
import { InPlaceInput } from '../InPlaceInput';
import { ResizeHandles } from '../ResizeHandles';
import { componentsIn } from './components-in';
import styles from './GroupBox.module.css';
import { groupKindTitles, groupTitle } from './group-titles';
import { renameGroup } from './rename-group';
import { smallestGroup } from './smallest-group';

const titleSizes = {
  '--title-left': groupTitleSize.left,
  '--title-padding': groupTitleSize.padding,
  '--title-size': groupTitleSize.fontPx,
  '--title-weight': groupTitleSize.weight,
  '--title-radius': groupTitleSize.radius,
} as CSSProperties;

interface FrameProps {
  readonly id: string;
  readonly kind: GroupKind;
  readonly width: number;
  readonly height: number;
}

function Frame({ id, kind, width, height }: FrameProps) {
  const { widthPx, radiusPx, dashes, cap } = groupLooks[kind];
  // A dash without a gap is a solid line.
  const [dash, gap] = dashes ?? [1, 0];
  const line = { '--line-width': widthPx, '--dash': dash, '--gap': gap } as CSSProperties;
  const outline = boxPath({ x: 0, y: 0, width, height }, radiusPx);
  const path = useSketched(outline, id, { once: dashes !== undefined });
  return (
    <svg className={styles.frame} style={line} aria-hidden="true">
      {path === outline ? (
        <rect width="100%" height="100%" rx={radiusPx} strokeLinecap={cap} />
      ) : (
        <path d={path} strokeLinecap={cap} />
      )}
    </svg>
  );
}

/** A region, zone or other group: a frame in its kind's line, far back, dragged by its line or its title. */
export const GroupBox = memo(function GroupBox({
  id,
  selected,
  width = 0,
  height = 0,
  positionAbsoluteX,
  positionAbsoluteY,
}: NodeProps<CanvasNode>) {
  const editor = useEditor();
  const group = useDocument((state) =>
    state.design === null ? undefined : groupsOf(state.design).find((other) => other.id === id),
  );
  const count = useDocument((state) => (state.design === null ? 0 : componentsIn(state.design, id).length));
  const found = useFound(id);
  const isTarget = useDrag((state) => state.target === id);
  const isEditing = useEditing((state) => state.id === id);
  const readOnly = useDocument((state) => state.readOnly);
  const isFull = useDetail() === 'full';
  if (group === undefined) return null;
  const box: Box = { x: positionAbsoluteX, y: positionAbsoluteY, width, height };
  const title = groupTitle(group);
  return (
    <div
      className={styles.group}
      style={titleSizes}
      data-kind={group.kind}
      data-selected={selected}
      data-target={isTarget}
      data-found={found}
    >
      <Frame id={id} kind={group.kind} width={width} height={height} />
      <span id={`say-${id}`} className="visually-hidden">
        {t('{title}, {kind}, {count, plural, =0 {empty} one {# component} other {# components}}', {
          title,
          kind: t(groupKindTitles[group.kind]),
          count,
        })}
      </span>
      <span className={styles.top} />
      <span className={styles.right} />
      <span className={styles.bottom} />
      <span className={styles.left} />
      {isEditing && !readOnly ? (
        <InPlaceInput
          value={group.name ?? ''}
          label={t('Name of the group')}
          className={styles.input}
          onCommit={(name) => renameGroup(editor, group, name)}
          onClose={editor.stopEditing}
        />
      ) : (
        <span className={styles.head}>
          <span className={styles.title} data-editable={!readOnly}>
            <bdi>{isFull ? fitGroupTitle(title, width) : title}</bdi>
          </span>
          {readOnly ? null : <CollapseButton id={id} title={title} />}
        </span>
      )}
      {selected && !readOnly ? (
        <ResizeHandles
          id={id}
          box={box}
          smallest={smallestGroup}
          onResize={(next) => resizeGroup(editor, id, next)}
        />
      ) : null}
    </div>
  );
});

/** Behind the title: there for who points at the line or the title, or has the group selected. */
function CollapseButton({ id, title }: { readonly id: string; readonly title: string }) {
  const editor = useEditor();
  return (
    <button
      type="button"
      className={`nodrag nopan ${styles.collapse}`}
      aria-label={t('Collapse {title}', { title })}
      data-tip={t('Collapse')}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        toggleCollapsed(editor, [id]);
      }}
    >
      <Icon name="chevron-up" size={12} fixed />
    </button>
  );
}
