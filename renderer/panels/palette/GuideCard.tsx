import { useEffect, useRef } from 'react';
import type { Kind } from '../../../shared/catalog/kind';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { KindGuide } from './deferred-guide';
import styles from './GuideCard.module.css';

/** The kind whose guide is asked for, and the row of the list that asks. */
export interface ShownGuide {
  readonly kind: Kind;
  readonly row: { readonly top: number; readonly right: number };
}

export const guideTitle = (kind: Kind): string => t('About {kind}', { kind: t(kind.title) });

interface GuideCardProps {
  readonly id: string;
  readonly shown: ShownGuide | null;
  readonly onClose: () => void;
}

/** The guide of a kind beside its row. The browser opens it from its buttons, and closes it by Escape or a press elsewhere. */
export function GuideCard({ id, shown, onClose }: GuideCardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = card.current;
    return element === null || shown === null ? undefined : keepBeside(element, shown.row);
  }, [shown]);
  return (
    <section
      id={id}
      ref={card}
      popover="auto"
      className={styles.card}
      aria-label={shown === null ? undefined : guideTitle(shown.kind)}
      data-layer={shown?.kind.layer}
      onToggle={(event) => event.newState === 'closed' && onClose()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      {shown === null ? null : (
        <>
          <header className={styles.head}>
            <span className={styles.tile}>
              <Icon name={shown.kind.icon} size={18} />
            </span>
            <div>
              <h3>{t(shown.kind.title)}</h3>
              <p className={styles.purpose}>{t(shown.kind.purpose)}</p>
            </div>
            <Button
              variant="quiet"
              icon="x"
              aria-label={t('Close')}
              popoverTarget={id}
              popoverTargetAction="hide"
            />
          </header>
          <KindGuide kind={shown.kind.id} />
        </>
      )}
    </section>
  );
}

/** Left free around it. */
const gapPx = 8;
/** From a row to the edge of its list and a little further. */
const besidePx = 13;

/** Keeps the card beside its row and whole within the window, also when its text comes in. Returns what ends it. */
function keepBeside(card: HTMLElement, row: ShownGuide['row']): () => void {
  const place = (): void => {
    const lowest = innerHeight - gapPx - card.offsetHeight;
    card.style.left = `${row.right + besidePx}px`;
    card.style.top = `${Math.max(gapPx, Math.min(row.top, lowest))}px`;
  };
  const sizes = new ResizeObserver(place);
  sizes.observe(card);
  place();
  return () => sizes.disconnect();
}
