import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import type { Design } from '../../shared/model/schema';
import { miniatureOf } from './miniature';

const drawn = new Map<string, string>();

/** The address of a template's picture, drawn once per theme from the same model as the canvas and every export. */
export function templatePicture(design: Design, theme: 'light' | 'dark'): string {
  const key = `${theme} ${design.id}`;
  const known = drawn.get(key) ?? draw(design, theme);
  drawn.set(key, known);
  return known;
}

function draw(design: Design, theme: 'light' | 'dark'): string {
  const resolved = resolve(design);
  const result = analyze(resolved, { percentiles: false });
  const svg = miniatureOf(design, resolved, result.ok ? result.analysis : null, theme);
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}
