import type { DragEvent } from 'react';
import { kindAs, technologyOf } from '../../../shared/catalog/index';
import type { KindMatch } from '../../canvas/search-kinds';
import { useDocument } from '../../store/document';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './Palette.module.css';

/** What a drag from the palette carries: JSON of `{ kind, technology? }`. */
export const kindDragType = 'application/x-loadline-kind';

interface KindButtonProps {
  readonly match: KindMatch;
  /** The one that Enter in the search field adds. */
  readonly isFirst?: boolean;
  readonly onAdd: (match: KindMatch, connect: boolean) => void;
}

/** A component to add: a press or Enter connects it to the selection, with Shift it is only placed; or drag it. */
export function KindButton({ match, isFirst = false, onAdd }: KindButtonProps) {
  const readOnly = useDocument((state) => state.readOnly);
  const { kind, technology } = match;
  const onDragStart = (event: DragEvent<HTMLButtonElement>): void => {
    const dragged = technology === undefined ? { kind: kind.id } : { kind: kind.id, technology };
    event.dataTransfer.setData(kindDragType, JSON.stringify(dragged));
    event.dataTransfer.effectAllowed = 'copy';
  };
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
      onDragStart={onDragStart}
      onClick={(event) => onAdd(match, !event.shiftKey)}
    >
      <span className={styles.symbol}>
        <Icon name={kindAs(kind, technologyOf(kind, technology)).icon} size={16} />
      </span>
      <span className={styles.words}>
        {t(kind.title)}
        {technology === undefined ? null : <span className={styles.technology}> · {technology}</span>}
      </span>
    </button>
  );
}
