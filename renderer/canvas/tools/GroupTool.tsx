import { useEffect } from 'react';
import type { Box } from '../../../shared/model/schema';
import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { screenPointOf } from '../viewport';
import { beginGroup } from './draw-group';
import styles from './GroupTool.module.css';
import { gesturesOf, useGesture } from './gestures';

/** A sheet over the canvas while the group tool is up, on which a group is drawn. */
export function GroupTool() {
  const editor = useEditor();
  const gestures = gesturesOf(editor);
  const box = useGesture(({ draft }) => (draft?.kind === 'group' ? draft.box : null));
  useEffect(
    () => () => {
      if (gestures.state.getState().name === 'draw-group') gestures.cancel();
    },
    [gestures],
  );
  return (
    <div
      className={styles.sheet}
      aria-label={t('Drag to draw a group')}
      role="application"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        beginGroup(editor, event);
      }}
      onPointerMove={gestures.move}
      onPointerUp={(event) => gestures.finish('draw-group', event)}
    >
      {box === null ? null : <Frame box={box} />}
    </div>
  );
}

function Frame({ box }: { readonly box: Box }) {
  const editor = useEditor();
  const { x, y } = screenPointOf(editor, box);
  const end = screenPointOf(editor, { x: box.x + box.width, y: box.y + box.height });
  const size = { width: end.x - x, height: end.y - y };
  return <div className={styles.frame} style={{ transform: `translate(${x}px, ${y}px)`, ...size }} />;
}
