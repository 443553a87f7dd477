import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { fitGroupTitle, groupLooks, groupTitleSize } from '../../../shared/diagram/group-look';
import type { Box } from '../../../shared/model/schema';
import { groupsOf } from '../../../shared/model/schema';
import type { GroupKind } from '../../../shared/model/vocabulary';
import { useDocument } from '../../store/document';
import { useDrag } from '../../store/drag';
import { useEditing } from '../../store/editing';
import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { resizeGroup } from '../arrange';
import { useDetail } from '../detail';
import type { CanvasNode } from '../flow-nodes';
import { InPlaceInput } from '../InPlaceInput';
import { ResizeHandles } from '../ResizeHandles';
import styles from './GroupBox.module.css';
import { groupTitle } from './group-titles';

const smallest = { width: 120, height: 80 };

const titleSizes = {
  '--title-left': groupTitleSize.left,
  '--title-padding': groupTitleSize.padding,
  '--title-size': groupTitleSize.fontPx,
  '--title-weight': groupTitleSize.weight,
  '--title-radius': groupTitleSize.radius,
} as CSSProperties;

function Frame({ kind }: { readonly kind: GroupKind }) {
  const { widthPx, radiusPx, dashes, cap } = groupLooks[kind];
  // A dash without a gap is a solid line.
  const [dash, gap] = dashes ?? [1, 0];
  const line = { '--line-width': widthPx, '--dash': dash, '--gap': gap } as CSSProperties;
  return (
    <svg className={styles.frame} style={line} aria-hidden="true">
      <rect width="100%" height="100%" rx={radiusPx} strokeLinecap={cap} />
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
  const isTarget = useDrag((state) => state.target === id);
  const isEditing = useEditing((state) => state.id === id);
  const readOnly = useDocument((state) => state.readOnly);
  const isFull = useDetail() === 'full';
  if (group === undefined) return null;
  const box: Box = { x: positionAbsoluteX, y: positionAbsoluteY, width, height };
  const title = groupTitle(group);
  const rename = (name: string): void => {
    editor.edit(t('Rename group'), [
      { op: 'patch-group', id, patch: { name: name.trim() === '' ? null : name.trim() } },
    ]);
  };
  return (
    <div
      className={styles.group}
      style={titleSizes}
      data-kind={group.kind}
      data-selected={selected}
      data-target={isTarget}
    >
      <Frame kind={group.kind} />
      <span id={`say-${id}`} className="visually-hidden">
        {t('{title}, group', { title })}
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
          onCommit={rename}
          onClose={editor.stopEditing}
        />
      ) : (
        <span className={styles.title} data-editable={!readOnly}>
          <bdi>{isFull ? fitGroupTitle(title, width) : title}</bdi>
        </span>
      )}
      {selected && !readOnly ? (
        <ResizeHandles
          id={id}
          box={box}
          smallest={smallest}
          onResize={(next) => resizeGroup(editor, id, next)}
        />
      ) : null}
    </div>
  );
});
