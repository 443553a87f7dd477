import { toast, useWorkspace } from '../store/workspace';
import { whyReadOnly } from './conditions';

/** Shows why an edit is refused, once while the message is open; nothing where the design can be edited. */
export function showReadOnly(): void {
  const text = whyReadOnly();
  if (text !== null && !useWorkspace.getState().toasts.some((shown) => shown.text === text)) toast(text);
}
