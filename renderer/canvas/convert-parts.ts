import { type ConvertArguments, convert } from '../../shared/edits/convert';
import type { Editor } from '../store/editors';
import { perform } from './perform';

/** Turns plain boxes and shapes of the open design into components; false where none is open or nothing can be edited. */
export function convertParts(editor: Editor, args: ConvertArguments): boolean {
  const design = editor.design();
  return design !== null && perform(editor, convert(design, args));
}
