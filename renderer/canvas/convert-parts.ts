import { type ConvertArguments, convert } from '../../shared/edits/convert';
import type { Editor } from '../store/editors';
import { goToParts } from './go-to-part';
import { perform } from './perform';

/** Turns plain boxes and shapes of the open design into components; false where none is open or nothing can be edited. */
export function convertParts(editor: Editor, args: ConvertArguments): boolean {
  const design = editor.design();
  if (design === null || !perform(editor, convert(design, args))) return false;
  // Cards are larger than most shapes: those that moved apart may have left the screen.
  goToParts(editor, editor.selection.getState().ids);
  return true;
}
