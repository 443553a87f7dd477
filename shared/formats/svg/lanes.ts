import { detailFont, numberFont } from '../../diagram/card-text';
import type { GutterFigures, LaneFigures, LaneHead } from '../../diagram/lane-figures';
import type { Palette, Theme } from '../../diagram/palette';
import type { Lane } from '../../layout/lanes';
import { fitText, widthOf } from '../../layout/text';
import { inLanguage } from '../../math/format-message';
import type { Language } from '../../math/language';
import type { Box } from '../../model/schema';
import { hatchId } from './card-figures';
import { textLine } from './text';
import { element } from './xml';

/** Sizes of heads and of what crosses gutters, px; baselines count from the top of a head. */
const head = {
  height: 64,
  edge: 3,
  padding: 10,
  titleBaseline: 21,
  barTop: 30,
  barHeight: 4,
  loadBaseline: 35.5,
  figuresBaseline: 53,
} as const;
const gutter = { top: 8, line: 15, padding: 7, radius: 7, height: 54 } as const;
/** Between what crosses and the first row of cards, and below the last one. */
const gap = { above: 14, below: 18 } as const;

const small = detailFont;
const strong = { size: small.size, weight: 600 } as const;
const title = { size: numberFont.size, weight: 600 } as const;

const loadColors = { calm: 'muted', high: 'warning', saturated: 'error' } as const;
const fillColors = { calm: 'bar', high: 'warningFill', saturated: 'error' } as const;
const stripOpacity = { light: 0.38, dark: 0.2 } as const;
const headOpacity = 0.55;

/** The box of the lanes with their heads around what is in them. */
export function lanesExtent(lanes: readonly Lane[], content: Box): Box {
  const [first, last] = [lanes[0], lanes.at(-1)];
  if (first === undefined || last === undefined) return content;
  const x = Math.min(content.x, first.x);
  const right = Math.max(content.x + content.width, last.x + last.width);
  const above = head.height + gutter.top + gutter.height + gap.above;
  return {
    x,
    y: content.y - above,
    width: right - x,
    height: content.height + above + gap.below,
  };
}

interface LanesDrawing {
  readonly lanes: readonly Lane[];
  readonly figures: LaneFigures;
  /** As `lanesExtent` gives it. */
  readonly extent: Box;
  readonly palette: Palette;
  readonly theme: Theme;
  readonly language: Language;
}

/** Lanes with their heads, and what crosses from one to the next: they lie behind all else. */
export function svgLanes(drawing: LanesDrawing): string {
  const { lanes, figures, extent, palette, theme, language } = drawing;
  const strips = lanes.map(({ id, x, width }) =>
    element('rect', {
      x,
      y: extent.y,
      width,
      height: extent.height,
      fill: palette.layers[id].tile,
      'fill-opacity': stripOpacity[theme],
    }),
  );
  const heads = lanes.map((lane, at) => {
    const figure = figures.heads[at];
    return figure === undefined ? '' : svgHead(lane, figure, extent.y, palette, language);
  });
  const crossings = figures.gutters.map((figure, at) => {
    const [before, next] = [lanes[at], lanes[at + 1]];
    if (before === undefined || next === undefined) return '';
    const middle = (before.x + before.width + next.x) / 2;
    return svgCrossing(figure, middle, extent.y + head.height + gutter.top, palette);
  });
  const line = element('rect', {
    x: extent.x,
    y: extent.y + head.height,
    width: extent.width,
    height: 1,
    fill: palette.line,
  });
  return [...strips, ...heads, line, ...crossings].join('\n');
}

function svgHead(lane: Lane, figure: LaneHead, top: number, palette: Palette, language: Language): string {
  const { hue, tile } = palette.layers[lane.id];
  const left = lane.x + head.padding;
  const right = lane.x + lane.width - head.padding;
  const ground = { x: lane.x, y: top, width: lane.width };
  return [
    element('rect', { ...ground, height: head.height, fill: tile, 'fill-opacity': headOpacity }),
    element('rect', { ...ground, height: head.edge, fill: hue }),
    textLine(fitText(figure.title, right - left, title.size, title.weight), left, top + head.titleBaseline, {
      ...title,
      fill: palette.text,
    }),
    headBar(figure, left, right, top, palette),
    headRow(figure, left, right, top + head.figuresBaseline, palette, language),
  ].join('');
}

/** How full the busiest node of the layer is, with a tick at its planned limit. */
function headBar(figure: LaneHead, left: number, right: number, top: number, palette: Palette): string {
  const { utilization, load, state, limit } = figure;
  if (utilization === null || load === null) return '';
  const style = { size: small.size, weight: state === 'calm' ? 400 : 600 } as const;
  const width = right - left - widthOf(load, style.size, style.weight) - 8;
  const y = top + head.barTop;
  const { barHeight: height } = head;
  const bar = { x: left, y, height, rx: height / 2 };
  const fill = state === 'saturated' ? `url(#${hatchId})` : palette[fillColors[state]];
  const share = state === 'saturated' ? 1 : Math.min(1, utilization);
  return [
    element('rect', { ...bar, width, fill: palette.track }),
    share > 0 ? element('rect', { ...bar, width: Math.max(2, share * width), fill }) : '',
    element('rect', {
      x: left + Math.min(1, limit) * width,
      y: y - 2,
      width: 1,
      height: height + 4,
      fill: palette.muted,
    }),
    textLine(load, right, top + head.loadBaseline, {
      ...style,
      fill: palette[loadColors[state]],
      anchor: 'end',
      tabular: true,
    }),
  ].join('');
}

/** What is offered of the capacity at the left, the layer's part of p99 at the right. */
function headRow(
  { offered, capacity, p99, async: isAsync, budget }: LaneHead,
  left: number,
  right: number,
  y: number,
  palette: Palette,
  language: Language,
): string {
  if (offered === null) return '';
  const rate = capacity === null ? offered.full : offered.short;
  const of =
    capacity === null ? '' : ` ${inLanguage(language, 'of {capacity}', { capacity: capacity.short })}`;
  const isMissed = budget?.met === false;
  const latency = isAsync ? inLanguage(language, 'async') : p99 === null ? '' : `${p99} p99`;
  const whole = budget === null || latency === '' ? latency : `${latency} ${budget.text}`;
  const room = right - left - widthOf(rate + of, strong.size, strong.weight) - 10;
  const shown = widthOf(whole, strong.size, strong.weight) <= room ? whole : latency;
  const end = { anchor: 'end', tabular: true } as const;
  return [
    textLine(rate, left, y, { ...strong, fill: palette.text, tabular: true }),
    textLine(of, left + widthOf(rate, strong.size, strong.weight), y, {
      ...small,
      fill: palette.muted,
      tabular: true,
    }),
    textLine(
      shown,
      right,
      y,
      isMissed ? { ...strong, ...end, fill: palette.error } : { ...small, ...end, fill: palette.muted },
    ),
  ].join('');
}

/** Calls each way and the mean network time, over the line between two lanes. */
function svgCrossing(figure: GutterFigures, middle: number, top: number, palette: Palette): string {
  const { rightwards, leftwards, time } = figure;
  if (rightwards === null && leftwards === null) return '';
  const lines = [
    ...(rightwards === null ? [] : [{ text: `→ ${rightwards.short}`, ...strong, fill: palette.text }]),
    ...(leftwards === null ? [] : [{ text: `← ${leftwards.short}`, ...strong, fill: palette.text }]),
    ...(time === null ? [] : [{ text: time, ...small, fill: palette.muted }]),
  ];
  const widest = Math.max(...lines.map(({ text, size, weight }) => widthOf(text, size, weight)));
  const width = widest + 2 * gutter.padding;
  const plate = {
    x: middle - width / 2,
    y: top,
    width,
    height: lines.length * gutter.line + 6,
    rx: gutter.radius,
    fill: palette.panel,
    stroke: palette.line,
  };
  return (
    element('rect', plate) +
    lines
      .map(({ text, ...style }, at) =>
        textLine(text, middle, top + 14 + at * gutter.line, { ...style, anchor: 'middle', tabular: true }),
      )
      .join('')
  );
}
