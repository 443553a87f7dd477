import { card } from '../layout/geometry';
import { fitText, type Weight } from '../layout/text';
import type { CardFigures } from './figures';

interface Font {
  readonly size: number;
  readonly weight: Weight;
}

export const nameFont = { size: 13.5, weight: 600 } as const satisfies Font;
export const detailFont = { size: 11.5, weight: 400 } as const satisfies Font;

/** The name of a node as far as its card has room for it at 100 %. */
export const fitName = (name: string): string =>
  fitText(name, card.nameRight - card.textLeft, nameFont.size, nameFont.weight);

/** The line below the name as far as a card has room for it. */
export const fitDetail = (detail: string): string =>
  fitText(detail, card.technologyRight - card.textLeft, detailFont.size, detailFont.weight);

/** Whether a card shows no figure, so that its icon and name stand in the middle. */
export const isPlainCard = (figures: Pick<CardFigures, 'rps' | 'percent'>, withFigures: boolean): boolean =>
  !withFigures || (figures.rps === null && figures.percent === null);

/** How much lower icon and name stand on a card without figures. */
export const plainShiftPx = (card.height - card.tile) / 2 - card.tileTop;
