import { type EdgeLabel, labelFontPx, labelWeightOf, placedLabel } from '../../diagram/edge-label';
import { edgeLookOf } from '../../diagram/edge-look';
import type { Palette } from '../../diagram/palette';
import type { Route } from '../../diagram/route';
import { textLine } from './text';
import { element } from './xml';

/** The line of an edge with its arrow head; `draw` draws them by hand. */
export function svgLine(
  route: Route,
  label: EdgeLabel,
  palette: Palette,
  opacity: number | undefined,
  draw: (path: string, part: string, once: boolean) => string = (path) => path,
): string {
  const look = edgeLookOf(label);
  const shape = { fill: 'none', stroke: palette[look.stroke], 'stroke-linejoin': 'round' };
  const line = {
    d: draw(route.path, '', look.dashes !== undefined),
    ...shape,
    'stroke-width': look.widthPx,
    'stroke-dasharray': look.dashes,
  };
  const arrow = {
    d: draw(route.arrow, ' arrow', true),
    ...shape,
    'stroke-width': look.arrowWidthPx,
    'stroke-linecap': 'round',
  };
  return element('g', { opacity }, element('path', line) + element('path', arrow));
}

/** The label of an edge on its line, as much of it as has room. */
export function svgLabel(
  route: Route,
  label: EdgeLabel,
  ground: string,
  palette: Palette,
  opacity: number | undefined,
): string {
  const placed = placedLabel(label, route.label);
  if (placed === null) return '';
  const { text, box, radiusPx } = placed;
  const fill = label.overloaded ? palette.error : palette.muted;
  const weight = labelWeightOf(label);
  const style = { size: labelFontPx, weight, fill, anchor: 'middle', tabular: true } as const;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const plate = element('rect', { ...box, rx: radiusPx, fill: ground });
  return element('g', { opacity }, plate + textLine(text, x, y + 4, style));
}
