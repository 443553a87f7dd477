import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import type { Design } from '../../shared/model/schema';
import { templateOf } from '../../shared/templates/index';
import type { TemplateId } from '../../shared/templates/titles';
import { iconLines, loadLogos } from '../ui/brand-logos';
import { miniatureOf } from './miniature';

const drawn = new Map<string, string | null>();
let last: Promise<unknown> = Promise.resolve();

/**
 * The address of a template's picture, drawn once per theme from the same model as the canvas and every export. One is drawn after the
 * other, with presses in between, and none that is not wanted any more: null then.
 */
export function templatePicture(
  id: TemplateId,
  theme: 'light' | 'dark',
  isWanted: () => boolean,
): Promise<string | null> {
  const key = `${theme} ${id}`;
  const picture = last.then(async () => {
    const known = drawn.get(key);
    if (known !== undefined) return known;
    await pressesHandled();
    if (!isWanted()) return null;
    const made = await draw(templateOf(id)?.design, theme);
    drawn.set(key, made);
    return made;
  });
  last = picture.catch(() => null);
  return picture;
}

/** Lets the window handle what was pressed while the last picture was drawn. */
const pressesHandled = (): Promise<void> => new Promise((go) => setTimeout(go, 0));

async function draw(design: Design | undefined, theme: 'light' | 'dark'): Promise<string | null> {
  if (design === undefined) return null;
  const resolved = resolve(design);
  await loadLogos(resolved);
  const result = analyze(resolved, { percentiles: false, limits: false });
  const svg = miniatureOf(design, resolved, result.ok ? result.analysis : null, theme, iconLines);
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}
