import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Box } from '../../shared/model/schema';
import { groupsOf } from '../../shared/model/schema';
import { t } from '../i18n/t';
import { edit, useDocument } from '../store/document';
import { useDrag } from '../store/drag';
import { stopEditing, useEditing } from '../store/editing';
import { resizeGroup } from './arrange';
import type { CanvasNode } from './flow-nodes';
import styles from './GroupBox.module.css';
import { groupTitle } from './group-titles';
import { InPlaceInput } from './InPlaceInput';
import { ResizeHandles } from './ResizeHandles';

const smallest = { width: 120, height: 80 };

/** A region, zone or other group: a dashed frame far back, taken hold of at its line or its title. */
export const GroupBox = memo(function GroupBox({
  id,
  selected,
  width = 0,
  height = 0,
  positionAbsoluteX,
  positionAbsoluteY,
}: NodeProps<CanvasNode>) {
  const group = useDocument((state) =>
    state.design === null ? undefined : groupsOf(state.design).find((other) => other.id === id),
  );
  const isTarget = useDrag((state) => state.target === id);
  const isEditing = useEditing((state) => state.id === id);
  const readOnly = useDocument((state) => state.readOnly);
  if (group === undefined) return null;
  const box: Box = { x: positionAbsoluteX, y: positionAbsoluteY, width, height };
  const title = groupTitle(group);
  const rename = (name: string): void => {
    edit(t('Rename group'), [
      { op: 'patch-group', id, patch: { name: name.trim() === '' ? null : name.trim() } },
    ]);
  };
  return (
    <div className={styles.group} data-kind={group.kind} data-selected={selected} data-target={isTarget}>
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
          onClose={stopEditing}
        />
      ) : (
        <span className={styles.title} data-editable={!readOnly}>
          {title}
        </span>
      )}
      {selected && !readOnly ? (
        <ResizeHandles id={id} box={box} smallest={smallest} onResize={(next) => resizeGroup(id, next)} />
      ) : null}
    </div>
  );
});
