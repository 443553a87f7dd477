import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import { toSvg } from '../../shared/exporters/svg';
import type { Design } from '../../shared/model/schema';
import { pictureFontCss } from '../dialogs/export/picture-font';

const drawn = new Map<string, Promise<string>>();

/** The address of a template's picture, drawn once per theme from the same model as every export. */
export function templatePicture(design: Design, theme: 'light' | 'dark'): Promise<string> {
  const key = `${theme} ${design.id}`;
  const known = drawn.get(key) ?? draw(design, theme);
  drawn.set(key, known);
  return known;
}

async function draw(design: Design, theme: 'light' | 'dark'): Promise<string> {
  const resolved = resolve(design);
  const result = analyze(resolved, { percentiles: false });
  const { svg } = toSvg(design, resolved, result.ok ? result.analysis : null, {
    theme,
    background: 'none',
    padding: 8,
    fontCss: await pictureFontCss(design.name),
  });
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}
