import { kindAs, technologyOf } from '../../../shared/catalog/index';
import type { Offer } from '../../canvas/add-offers';
import { offerNote, offerTitle } from '../../canvas/offer-words';
import { endKindDrag, startKindDrag } from '../../canvas/tools/palette-drop';
import { beginTouchDrag } from '../../canvas/tools/touch-drop';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './Palette.module.css';

interface KindButtonProps {
  readonly match: Offer;
  /** The one that Enter in the search field adds. */
  readonly isFirst?: boolean;
  readonly onAdd: (match: Offer, connect: boolean) => void;
}

/** A component to add: a press or Enter connects it to the selection, with Shift it is only placed; or drag it. */
export function KindButton({ match, isFirst = false, onAdd }: KindButtonProps) {
  const editor = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const { kind, technology, name } = match;
  const note = offerNote(match);
  const dragged = { kind: kind.id, technology, name };
  return (
    <button
      type="button"
      className={styles.kind}
      data-layer={kind.layer}
      data-first={isFirst ? '' : undefined}
      data-tip={t(kind.purpose)}
      aria-keyshortcuts="ArrowRight"
      draggable={!readOnly}
      disabled={readOnly}
      onPointerDown={(event) => beginTouchDrag(editor, dragged, event)}
      onDragStart={(event) => startKindDrag(editor, event, dragged)}
      onDragEnd={() => endKindDrag(editor)}
      onClick={(event) => onAdd(match, !event.shiftKey)}
    >
      <span className={styles.symbol}>
        <Icon name={kindAs(kind, technologyOf(kind, technology)).icon} size={16} />
      </span>
      <span className={styles.words}>
        {offerTitle(match)}
        {note === '' ? null : <span className={styles.technology}> · {note}</span>}
      </span>
    </button>
  );
}
