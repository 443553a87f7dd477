import { useEffect, useRef } from 'react';
import type { Kind } from '../../../shared/catalog/kind';
import type { Offer } from '../../canvas/add-offers';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { keepBeside } from '../../ui/float';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { KindGuide } from './deferred-guide';
import styles from './GuideCard.module.css';
import list from './Palette.module.css';

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
  readonly onAdd: (offer: Offer, connect: boolean) => void;
  readonly onClose: () => void;
}

/** The guide of a kind beside its row. The browser opens it from its buttons, and closes it on Escape or a press outside. */
export function GuideCard({ id, shown, onAdd, onClose }: GuideCardProps) {
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
            <FavouriteButton kind={shown.kind} />
            <Button
              variant="quiet"
              icon="x"
              aria-label={t('Close')}
              popoverTarget={id}
              popoverTargetAction="hide"
            />
          </header>
          <Technologies kind={shown.kind} onAdd={onAdd} />
          <KindGuide kind={shown.kind.id} limited={shown.kind.limited} />
        </>
      )}
    </section>
  );
}

/** Keeps a kind at the top of the palette, or no longer. */
function FavouriteButton({ kind }: { readonly kind: Kind }) {
  const { setView } = useEditor();
  const favourites = useView((state) => state.favouriteKinds);
  const isOne = favourites.includes(kind.id);
  return (
    <Button
      variant="quiet"
      icon={isOne ? 'star-off' : 'star'}
      aria-label={isOne ? t('Remove from favourites') : t('Add to favourites')}
      onClick={() =>
        setView({
          favouriteKinds: isOne ? favourites.filter((id) => id !== kind.id) : [...favourites, kind.id],
        })
      }
    />
  );
}

interface TechnologiesProps {
  readonly kind: Kind;
  readonly onAdd: (offer: Offer, connect: boolean) => void;
}

/** The products of a kind that are known: a press adds one. */
function Technologies({ kind, onAdd }: TechnologiesProps) {
  const readOnly = useDocument((state) => state.readOnly);
  const { technologies = [] } = kind;
  if (technologies.length === 0) return null;
  return (
    <div className={list.technologies}>
      {technologies.map(({ name, limited }) => (
        <button
          key={name}
          type="button"
          className={list.chip}
          disabled={readOnly}
          data-tip={limited === undefined ? undefined : t(limited)}
          aria-label={t('Add {kind}', { kind: name })}
          onClick={(event) => onAdd({ kind, technology: name }, !event.shiftKey)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
