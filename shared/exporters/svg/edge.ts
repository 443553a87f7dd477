import { type EdgeLabel, fitEdgeLabel, labelFontPx } from '../../diagram/edge-label';
import { labelHeight } from '../../diagram/label-places';
import type { Palette } from '../../diagram/palette';
import type { Route } from '../../diagram/route';
import { widthOf } from '../../layout/text';
import { textLine } from './text';
import { element } from './xml';

/** The line of an edge with its arrow head. */
export function svgLine(
  route: Route,
  label: EdgeLabel,
  palette: Palette,
  opacity: number | undefined,
): string {
  const stroke = label.overloaded ? palette.error : palette.edge;
  const line = { fill: 'none', stroke, 'stroke-width': label.width };
  const dashes = label.overloaded ? '2 3.5' : label.dashed ? '5 4' : undefined;
  const arrow = { ...line, 'stroke-width': Math.max(1.3, Math.min(2, label.width)) };
  return element(
    'g',
    { opacity },
    element('path', { d: route.path, ...line, 'stroke-dasharray': dashes }) +
      element('path', { d: route.arrow, ...arrow, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
  );
}

/** The label of an edge on its line, as much of it as has room. */
export function svgLabel(
  route: Route,
  label: EdgeLabel,
  ground: string,
  palette: Palette,
  opacity: number | undefined,
): string {
  if (route.label === null) return '';
  const text = fitEdgeLabel(label, route.label.room);
  if (text === '') return '';
  const { x, y } = route.label;
  const width = widthOf(text, labelFontPx, 500) + 6;
  const fill = label.overloaded ? palette.error : palette.muted;
  const style = { size: labelFontPx, weight: 500, fill, anchor: 'middle', tabular: true } as const;
  const plate = { x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight, rx: 3, fill: ground };
  return element('g', { opacity }, element('rect', plate) + textLine(text, x, y + 4, style));
}
