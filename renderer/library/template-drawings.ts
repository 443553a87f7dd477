import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import { logoOf } from '../../shared/diagram/logos';
import type { Theme } from '../../shared/diagram/palette';
import { templates } from '../../shared/templates/index';
import { miniatureOf } from './miniature';

const themes = ['light', 'dark'] as const satisfies readonly Theme[];

/** The picture of a template in one theme, as an SVG. */
export interface TemplateDrawing {
  readonly id: string;
  readonly theme: Theme;
  readonly svg: string;
}

/**
 * The pictures of all templates in each theme, drawn from the same model as the canvas and every export. The build of the window
 * runs this, so that its first page loads them as files: to analyse and draw them takes longer than all else on it.
 */
export function templateDrawings(): readonly TemplateDrawing[] {
  return templates.flatMap(({ id, design }) => {
    const resolved = resolve(design);
    const result = analyze(resolved, { percentiles: false, limits: false });
    const analysis = result.ok ? result.analysis : null;
    return themes.map((theme) => ({
      id,
      theme,
      svg: miniatureOf(design, resolved, analysis, theme, logoOf),
    }));
  });
}
