import { lockedParts } from '../../shared/model/locked';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import styles from './ResizeHandles.module.css';
import { gesturesOf } from './tools/gestures';
import { beginResize, corners, type Resizing } from './tools/resize';

/** Eight handles on the edge of what is selected and may be resized; the size is a draft until the pointer is released. */
export function ResizeHandles(resizing: Resizing) {
  const editor = useEditor();
  const gestures = gesturesOf(editor);
  const isLocked = useDocument(({ design }) => design !== null && lockedParts(design).has(resizing.id));
  if (isLocked) return null;
  return corners.map((corner) => (
    <span
      key={corner}
      className={`nodrag nopan ${styles.handle} ${styles[corner]}`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        beginResize(editor, corner, resizing);
      }}
      onPointerUp={(event) => gestures.finish('resize', event)}
      onLostPointerCapture={() => {
        if (gestures.state.getState().name === 'resize') gestures.cancel();
      }}
    />
  ));
}
