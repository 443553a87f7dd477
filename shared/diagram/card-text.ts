import { card, isPlainBox, type Sized } from '../layout/geometry';
import { fitText, type Weight, widthOf, wrapText } from '../layout/text';
import { noFigure } from '../math/format';
import type { CardFigures, FlowRow } from './figures';

interface Font {
  readonly size: number;
  readonly weight: Weight;
}

export const nameFont = { size: 13.5, weight: 600 } as const satisfies Font;
export const detailFont = { size: 11.5, weight: 400 } as const satisfies Font;
export const numberFont = { size: 13, weight: 600 } as const satisfies Font;
const smallPx = detailFont.size;

/** Sizes of the letters of a card, px. */
export interface CardSizes {
  readonly name: number;
  readonly detail: number;
  readonly number: number;
}

const usualSizes: CardSizes = { name: nameFont.size, detail: detailFont.size, number: numberFont.size };

/** The name of a card on one line or two, and the line below it; '' for no such line. */
export interface CardHeading {
  readonly nameLines: readonly string[];
  readonly detail: string;
}

/** Text on at most `most` lines: broken at spaces, the last line cut with an ellipsis where there is more. */
export function fitLines(
  text: string,
  widthPx: number,
  { size, weight }: Font,
  most: number,
): readonly string[] {
  const lines = wrapText(text.replace(/\s+/g, ' ').trim(), widthPx, size, weight);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1);
  return [...lines.slice(0, most - 1), fitText(rest.join(' '), widthPx, size, weight)];
}

/** What a card's head says, as far as it has room for it. */
export function headingOf(name: string, detail: string, sizes: CardSizes = usualSizes): CardHeading {
  return {
    nameLines: fitLines(
      name,
      card.nameRight - card.textLeft,
      { size: sizes.name, weight: nameFont.weight },
      2,
    ),
    detail: fitText(detail, card.technologyRight - card.textLeft, sizes.detail, detailFont.weight),
  };
}

/** Baselines of a head, px from the top of its card. */
export function headingBaselines({ nameLines, detail }: CardHeading): {
  readonly name: readonly number[];
  readonly detail: number;
} {
  const { twoLines } = card;
  const isBare = detail === '';
  if (nameLines.length < 2)
    return { name: [card.nameBaseline + (isBare ? 7 : 0)], detail: card.technologyBaseline };
  const first = twoLines.nameBaseline + (isBare ? 5 : 0);
  return { name: [first, first + twoLines.namePitch], detail: twoLines.technologyBaseline };
}

/** Between calls and p99 on the line of figures, px. */
export const figureGapPx = 12;

/** What of the line of figures has room beside calls and p99: the unit of calls goes first, then the target. */
export interface FigureLineFit {
  readonly withUnit: boolean;
  readonly withTarget: boolean;
}

export function figureLineFit(
  { rps, rpsUnit, p99, target }: Pick<CardFigures, 'rps' | 'rpsUnit' | 'p99' | 'target'>,
  sizes: CardSizes = usualSizes,
): FigureLineFit {
  const strong = (text: string): number => widthOf(text, sizes.number, numberFont.weight);
  const plain = (text: string): number => widthOf(text, sizes.detail, detailFont.weight);
  const calls = rps === null ? 0 : strong(rps);
  const unit = rps === null ? 0 : plain(` ${rpsUnit}`);
  const latency = p99 === null ? 0 : (rps === null ? 0 : figureGapPx) + strong(p99) + plain(' p99');
  const aim = p99 === null || target === null ? 0 : plain(` ${target.text}`);
  const room = card.figuresRight - card.padding;
  const withTarget = calls + latency + aim <= room;
  const shown = calls + latency + (withTarget ? aim : 0);
  return { withUnit: shown + unit <= room, withTarget };
}

const plainBoxPadding = 10;

/** What a plain box says, in the middle of it. */
export function plainBoxText(name: string, detail: string, sizes: CardSizes = usualSizes): CardHeading {
  const width = card.width - card.edgeWidth - 2 * plainBoxPadding;
  return {
    // Composed: a picture that centres a text takes letters and marks apart for wider than they are.
    nameLines: fitLines(
      name.normalize('NFC'),
      width,
      { size: sizes.name, weight: nameFont.weight },
      detail === '' ? 2 : 1,
    ),
    detail: fitText(detail, width, sizes.detail, detailFont.weight),
  };
}

/** Baselines of a plain box's lines, px from its top. */
export function plainBoxBaselines({ nameLines, detail }: CardHeading): {
  readonly name: readonly number[];
  readonly detail: number;
} {
  const middle = card.plainHeight / 2 + 5;
  if (detail !== '') return { name: [middle - 8], detail: middle + 8 };
  return { name: nameLines.length < 2 ? [middle] : [middle - 8, middle + 8], detail: 0 };
}

/** How a card is laid out: a scoreboard of flows, a card with figures, icon and name in the middle, or a centred label. */
export type CardForm = 'source' | 'figures' | 'plain' | 'box';

export function cardFormOf(
  node: Sized,
  figures: Pick<CardFigures, 'rps' | 'percent'>,
  withFigures: boolean,
): CardForm {
  if (node.behaviour === 'source') return 'source';
  if (isPlainBox(node)) return 'box';
  return withFigures && (figures.rps !== null || figures.percent !== null) ? 'figures' : 'plain';
}

/** How much lower icon and name are on a card without figures. */
export const plainShiftPx = (card.height - card.tile) / 2 - card.tileTop;

/** Minimum width of a flow's name. */
const leastNamePx = 26;
const kindFont = { size: 11.5, weight: 400 } as const satisfies Font;
const kindGapPx = 3;

/** Where the cells of a flow's row end or begin, px, and whether there is room to say that it reads or writes. */
export interface FlowRowPlaces {
  readonly name: string;
  readonly kindLeft: number | null;
  readonly rateRight: number;
  readonly figureRight: number;
}

/** The weight in which p99 of a flow is set. */
export const scoreWeightOf = ({ state }: Pick<FlowRow, 'state'>): Weight =>
  state === 'missed' || state === 'overloaded' ? 600 : 550;

/** The row of a flow on its source's card. Where room is short, read or write goes first; then the name is cut. */
export function flowRowPlaces(row: FlowRow, withFigures: boolean): FlowRowPlaces {
  const cell = (text: string, weight: Weight, least: number): number =>
    withFigures ? Math.max(least, widthOf(text, smallPx, weight) + 4) + 1 : 0;
  const figureRight = card.flowsRight - 2;
  const rateRight = figureRight - cell(row.figure || noFigure, scoreWeightOf(row), 34);
  const room = rateRight - cell(row.rps, 600, 24) - card.padding;
  const whole = Math.max(leastNamePx, widthOf(row.name, smallPx, 600));
  const kindPx = widthOf(row.kindWord, kindFont.size, kindFont.weight) + kindGapPx;
  const withKind = whole + kindPx <= room;
  const name = withKind ? row.name : fitText(row.name, Math.max(leastNamePx, room), smallPx, 600);
  return { name, kindLeft: withKind ? card.padding + whole + 4 : null, rateRight, figureRight };
}
