import { type OverlayCard, overlayWords } from '../../../shared/diagram/overlay-ids';
import { listed } from '../../words/t';
import { OverlayFigure } from './CardFigure';
import styles from './OverlayFace.module.css';

/** What a screen reader says of a card in an overlay. */
export const spokenOverlay = (name: string, detail: string, overlay: OverlayCard): string =>
  listed([name, detail, overlayWords(overlay), overlay.note].filter((text) => text !== ''));

/** The figure of an overlay where a card has its load otherwise, and what is to be said of it below. */
export function OverlayLines({ id, overlay }: { readonly id: string; readonly overlay: OverlayCard }) {
  const { unit, note } = overlay;
  return (
    <>
      <span className={styles.line}>
        <OverlayFigure card={id} overlay={overlay} /> {unit}
      </span>
      {note === '' ? null : (
        <span className={styles.note}>
          <bdi>{note}</bdi>
        </span>
      )}
    </>
  );
}
