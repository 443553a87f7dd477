import { useEffect, useRef } from 'react';
import type { Kind } from '../../../shared/catalog/kind';
import { Button } from '../../ui/Button';
import { keepBeside } from '../../ui/float';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { KindGuide } from './deferred-guide';
import styles from './GuideCard.module.css';

/** The kind whose guide is shown, and the row of the list that opened it. */
export interface ShownGuide {
  readonly kind: Kind;
  readonly row: { readonly top: number; readonly right: number };
}

export const guideTitle = (kind: Kind): string => t('About {kind}', { kind: t(kind.title) });

/** From a row to the edge of its list and a little further. */
const besidePx = 13;

interface GuideCardProps {
  readonly id: string;
  readonly shown: ShownGuide | null;
  readonly onClose: () => void;
}

/** The guide of a kind beside its row. The browser opens it from its buttons, and closes it on Escape or a press outside. */
export function GuideCard({ id, shown, onClose }: GuideCardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = card.current;
    if (element === null || shown === null) return undefined;
    const { right, top } = shown.row;
    return keepBeside(element, { x: right, y: top }, { placement: 'right-start', gapPx: besidePx });
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
              <h2>{t(shown.kind.title)}</h2>
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
