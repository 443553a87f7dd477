import type { Point } from '../../shared/model/schema';
import { isImageType } from '../canvas/annotations/image/image-types';
import { canvasCentre } from '../canvas/viewport';
import { importFiles } from '../storage/files/import-file';
import { activeEditor } from '../store/editors';
import { canEdit } from './conditions';
import { pointerOnCanvas } from './pointer';

/** What a picture says in which a design is: the name of its chunk or element. */
const designName = 'loadline';

/** Whether a file is a picture alone; a PNG or SVG can have a design inside, which is opened. */
async function isPicture(file: File): Promise<boolean> {
  if (!isImageType(file.type)) return false;
  if (file.type !== 'image/png' && file.type !== 'image/svg+xml') return true;
  return !(await file.text()).includes(designName);
}

/** Pictures that are dropped or pasted are on the open design's canvas, at that place; every other file is opened. */
export async function takeFiles(files: readonly File[], at?: Point | null): Promise<void> {
  const place = at ?? pointerOnCanvas() ?? canvasCentre(activeEditor());
  const pictures: File[] = [];
  const others: File[] = [];
  for (const file of files) ((await isPictureHere(file)) ? pictures : others).push(file);
  if (others.length > 0) await importFiles(others);
  if (pictures.length === 0) return;
  const { addImages } = await import('../canvas/annotations/image/add-images');
  await addImages(activeEditor(), pictures, place);
}

const isPictureHere = async (file: File): Promise<boolean> => canEdit.get() && (await isPicture(file));
