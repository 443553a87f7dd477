import { boundsOf, card, markBox } from '../../shared/diagram/geometry';
import type { Fragment } from '../../shared/model/changes';
import type { Box } from '../../shared/model/schema';

/** The box around parts that travel together; null where none has a place. */
export function boundsOfFragment(fragment: Fragment): Box | null {
  const cards = Object.values(fragment.places).map((place) => ({
    ...place,
    width: card.width,
    height: card.height,
  }));
  const marks = fragment.marks.flatMap((mark) => markBox(mark) ?? []);
  return boundsOf([...cards, ...marks, ...Object.values(fragment.boxes)]);
}
