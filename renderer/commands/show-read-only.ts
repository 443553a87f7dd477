import { toast, useWorkspace } from '../store/workspace';
import { whyReadOnly } from './conditions';

/** Says why an edit that was asked for is not made, once while the message stands; nothing where the design can be edited. */
export function showReadOnly(): void {
  const text = whyReadOnly();
  if (text !== null && !useWorkspace.getState().toasts.some((shown) => shown.text === text)) toast(text);
}
