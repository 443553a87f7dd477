import { cardAround } from '../../shared/edits/dropped-place';
import { useDocument } from '../store/document';
import { useView } from '../store/view';
import { CardOutline, ConnectionPreview } from './ConnectionPreview';
import styles from './ConnectionPreview.module.css';
import { partBoxes } from './part-boxes';

/** While one chooses what is at a place of the canvas: the card that will be there, and the edge that was drawn to it. */
export function AddPreview() {
  const adding = useView((state) => state.adding);
  const design = useDocument((state) => state.design);
  if (adding?.at === undefined || design === null) return null;
  const { at, from: caller, fromSide, toSide } = adding;
  const box = cardAround(at);
  const from = caller === undefined ? undefined : partBoxes(design).get(caller);
  const sides = {
    ...(fromSide === undefined ? {} : { fromSide }),
    ...(toSide === undefined ? {} : { toSide }),
  };
  return (
    <svg className={styles.layer} aria-hidden="true">
      {from === undefined ? (
        <CardOutline box={box} />
      ) : (
        <ConnectionPreview connection={{ from, to: box, sides }} withCard={true} />
      )}
    </svg>
  );
}
