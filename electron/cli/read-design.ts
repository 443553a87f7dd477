import { largestFileBytes, readDesignFile } from '../../shared/importers/read-design-file';
import { describeProblem, problemTexts } from '../../shared/model/problems';
import type { Design } from '../../shared/model/schema';
import type { Attempt, Host } from './host';

/** Here the file's name stands before every message. */
const texts = {
  ...problemTexts,
  'unknown-file':
    'Neither a Loadline design nor a PNG or SVG. Choose a .loadline.json file, or a picture that Loadline saved with the design inside.',
};

/** How a message names an input. */
export const inputName = (name: string): string => (name === '-' ? 'standard input' : name);

/** The design in a file, or one line that names the file, the place in it and the mend. */
export async function readDesign(host: Host, name: string): Promise<Attempt<Design>> {
  const bytes = await host.read(name, largestFileBytes);
  if (!bytes.ok) return { ok: false, message: `${inputName(name)}: ${bytes.message}` };
  const design = readDesignFile(inputName(name), bytes.value);
  if (design.ok) return { ok: true, value: design.value };
  const [first, ...others] = design.problems;
  const more = others.length === 0 ? '' : ` (And ${others.length} more.)`;
  const words = first === undefined ? 'This is no design.' : describeProblem(first, texts);
  return { ok: false, message: `${inputName(name)}: ${words}${more}` };
}
