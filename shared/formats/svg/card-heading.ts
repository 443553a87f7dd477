import {
  detailFont,
  headingBaselines,
  headingOf,
  nameFont,
  plainBoxBaselines,
  plainBoxText,
} from '../../diagram/card-text';
import { logoOf } from '../../diagram/logos';
import type { Palette } from '../../diagram/palette';
import { card } from '../../layout/geometry';
import { textLine } from './text';
import { element } from './xml';

/** What is beside the name, and in which colours. */
export interface HeadingIcon {
  readonly name: string;
  readonly hue: string;
  readonly tile: string;
}

function icon({ name, hue, tile }: HeadingIcon, top: number): string {
  const { tileLeft, tile: side, tileRadius: rx, icon: size } = card;
  const inset = (side - size) / 2;
  const lines = logoOf(name)
    .map(([tag, attributes]) => element(tag, attributes))
    .join('');
  const drawing = {
    transform: `translate(${tileLeft + inset} ${top + inset}) scale(${size / 24})`,
    fill: 'none',
    color: hue,
    stroke: hue,
    'stroke-width': 2.1,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return (
    element('rect', { x: tileLeft, y: top, width: side, height: side, rx, fill: tile }) +
    element('g', drawing, lines)
  );
}

/** Icon, name and what it is, the icon with its top at `top`. */
export function heading(
  mark: HeadingIcon,
  title: string,
  detail: string,
  top: number,
  palette: Palette,
): string {
  const { textLeft, tileTop } = card;
  const shift = top - tileTop;
  const lines = headingOf(title, detail);
  const baselines = headingBaselines(lines);
  return (
    icon(mark, top) +
    lines.nameLines
      .map((line, index) =>
        textLine(line, textLeft, (baselines.name[index] ?? 0) + shift, { ...nameFont, fill: palette.text }),
      )
      .join('') +
    textLine(lines.detail, textLeft, baselines.detail + shift, { ...detailFont, fill: palette.muted })
  );
}

/** A box without icon and figures: its label in the middle. */
export function plainBox(title: string, detail: string, palette: Palette): string {
  const lines = plainBoxText(title, detail);
  const baselines = plainBoxBaselines(lines);
  const x = (card.width + card.edgeWidth) / 2;
  return (
    lines.nameLines
      .map((line, index) =>
        textLine(line, x, baselines.name[index] ?? 0, {
          ...nameFont,
          fill: palette.text,
          anchor: 'middle',
        }),
      )
      .join('') +
    textLine(lines.detail, x, baselines.detail, { ...detailFont, fill: palette.muted, anchor: 'middle' })
  );
}
