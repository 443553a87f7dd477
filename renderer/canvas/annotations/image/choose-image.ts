import type { Point } from '../../../../shared/model/schema';
import type { Editor } from '../../../store/editors';
import type { Pointer } from '../../tools/gestures';
import { canvasPointAt } from '../../viewport';
import { imageTypes } from './image-types';

/** Lets the person choose pictures, which then stand around that place. */
export function chooseImage(editor: Editor, place: Pointer | Point): void {
  const at = 'clientX' in place ? canvasPointAt(editor, place.clientX, place.clientY) : place;
  editor.setView({ tool: 'select' });
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = imageTypes.join(',');
  input.multiple = true;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    // Reading pictures is loaded by the first one.
    void import('./add-images').then(({ addImages }) => addImages(editor, files, at));
  });
  input.click();
}
