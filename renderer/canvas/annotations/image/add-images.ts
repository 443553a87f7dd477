import { annotate } from '../../../../shared/edits/annotate';
import type { Point } from '../../../../shared/model/schema';
import type { Editor } from '../../../store/editors';
import { toast } from '../../../store/workspace';
import { countText } from '../../../words/figures';
import { t } from '../../../words/t';
import { perform } from '../../perform';
import { type ReadImage, readImage } from './read-image';

const betweenPx = 20;

/** Puts pictures on the canvas, the first around that place, each further one beside it; false where none could be read. */
export async function addImages(editor: Editor, files: readonly File[], at: Point): Promise<boolean> {
  let left: number | null = null;
  let isAdded = false;
  for (const file of files) {
    const read = await readImage(file);
    if (read === null) {
      toast(
        t('“{name}” is no picture that can be shown. PNG, JPEG, WebP and SVG can.', { name: file.name }),
        {
          tone: 'error',
        },
      );
      continue;
    }
    const x: number = left ?? Math.round(at.x - read.width / 2);
    if (!addRead(editor, read, file.name, { x, y: Math.round(at.y - read.height / 2) })) continue;
    left = x + read.width + betweenPx;
    isAdded = true;
    if (read.scaledFrom !== null) announceScaled(file.name, read);
  }
  return isAdded;
}

function addRead(editor: Editor, { image, width, height }: ReadImage, name: string, at: Point): boolean {
  const design = editor.design();
  if (design === null) return false;
  const text = name.replace(/\.[^.]*$/, '');
  return perform(editor, annotate(design, { mark: { kind: 'image', ...at, width, height, text, image } }));
}

function announceScaled(name: string, { scaledFrom, pixels }: ReadImage): void {
  if (scaledFrom === null) return;
  toast(
    t('“{name}” had {megabytes} MB and was reduced to {width} × {height} pixels.', {
      name,
      megabytes: countText(Math.round(scaledFrom / 1e5) / 10),
      width: countText(pixels.width),
      height: countText(pixels.height),
    }),
  );
}
