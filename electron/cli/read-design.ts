import { isUtf8 } from 'node:buffer';
import { readDesignText } from '../../shared/catalog/read';
import { counts } from '../../shared/model/limits';
import { describeProblem, problemTexts } from '../../shared/model/problems';
import type { Result } from '../../shared/model/result';
import type { Design } from '../../shared/model/schema';
import type { Attempt, Host } from './host';

/** Here the file's name stands before every message. */
const texts = {
  ...problemTexts,
  'unknown-file':
    'Neither a Loadline design nor a PNG or SVG. Choose a .loadline.json file, or a picture that Loadline saved with the design inside.',
};

/** How a message names an input. */
export const inputName = (name: string): string => (name === '-' ? 'standard input' : name || '""');

/**
 * The design in these bytes. A text that begins as what Loadline saves is read without what pictures need, since that takes
 * longer to load than a design to be read.
 */
async function designIn(name: string, bytes: Uint8Array): Promise<Result<Design>> {
  const isJson = bytes[0] === 0x7b && bytes[1] !== 0 && isUtf8(bytes);
  if (isJson) return readDesignText(new TextDecoder().decode(bytes));
  const { readDesignFile } = await import('../../shared/importers/read-design-file');
  return readDesignFile(inputName(name), bytes);
}

/** The design in a file, or one line that names the file, the place in it and the mend. */
export async function readDesign(host: Host, name: string): Promise<Attempt<Design>> {
  const bytes = await host.read(name, counts.fileBytes);
  if (!bytes.ok) return { ok: false, message: `${inputName(name)}: ${bytes.message}` };
  const design = await designIn(name, bytes.value);
  if (design.ok) return { ok: true, value: design.value };
  const [first, ...others] = design.problems;
  const more = others.length === 0 ? '' : ` (And ${others.length} more.)`;
  const words = first === undefined ? 'This is no design.' : describeProblem(first, texts);
  return { ok: false, message: `${inputName(name)}: ${words}${more}` };
}
