import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import type { Design } from '../../shared/model/schema';
import { templateOf } from '../../shared/templates/index';
import type { TemplateId } from '../../shared/templates/titles';
import { iconLines, loadLogos } from '../ui/brand-logos';
import { miniatureOf } from './miniature';

const drawn = new Map<string, Promise<string | null>>();

/** The address of a template's picture, drawn once per theme from the same model as the canvas and every export. */
export function templatePicture(id: TemplateId, theme: 'light' | 'dark'): Promise<string | null> {
  const key = `${theme} ${id}`;
  const known = drawn.get(key) ?? draw(templateOf(id)?.design, theme);
  drawn.set(key, known);
  return known;
}

async function draw(design: Design | undefined, theme: 'light' | 'dark'): Promise<string | null> {
  if (design === undefined) return null;
  const resolved = resolve(design);
  await loadLogos(resolved);
  const result = analyze(resolved, { percentiles: false });
  const svg = miniatureOf(design, resolved, result.ok ? result.analysis : null, theme, iconLines);
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}
