import type { CardSizes } from '../../../shared/diagram/card-text';
import type { Detail } from '../detail';

/** Letters of a whole card from 80 % on: 11 px on the screen and more. `Canvas.module.css` has the same. */
const enlarged: CardSizes = { name: 15, detail: 13.75, number: 14.5 };

/** Sizes of the letters of a card that is drawn whole where they are not those of 100 %. */
export const cardSizesOf = (detail: Detail): CardSizes | undefined =>
  detail === 'enlarged' ? enlarged : undefined;
