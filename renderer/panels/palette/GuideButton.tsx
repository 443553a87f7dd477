import type { KeyboardEvent } from 'react';
import type { Kind } from '../../../shared/catalog/kind';
import { Icon } from '../../ui/Icon';
import { KindGuide } from './deferred-guide';
import { guideTitle, type ShownGuide } from './GuideCard';
import styles from './Palette.module.css';

interface GuideButtonProps {
  readonly kind: Kind;
  /** The card that it opens. */
  readonly card: string;
  /** Whether the card shows a guide: this kind's, or any. */
  readonly isOpen: boolean;
  readonly isCardOpen: boolean;
  readonly onShow: (shown: ShownGuide) => void;
}

/** Shows the guide of a kind: by pointer, or by the right arrow from the kind's row. */
export function GuideButton({ kind, card, isOpen, isCardOpen, onShow }: GuideButtonProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const isLeft = event.key === 'ArrowLeft';
    if (!isLeft && !(event.key === 'Escape' && isOpen)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isOpen) event.currentTarget.click();
    if (isLeft) event.currentTarget.parentElement?.querySelector('button')?.focus();
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.about}
      aria-label={guideTitle(kind)}
      aria-expanded={isOpen}
      data-guide=""
      popoverTarget={card}
      onPointerEnter={() => void KindGuide.load()}
      onClick={(event) => {
        const row = event.currentTarget.parentElement;
        if (row === null || isOpen) return;
        // The card stays open for another kind; by default the browser would close it.
        if (isCardOpen) event.preventDefault();
        onShow({ kind, row: row.getBoundingClientRect() });
      }}
      onKeyDown={onKeyDown}
    >
      <Icon name="info" size={15} />
    </button>
  );
}
