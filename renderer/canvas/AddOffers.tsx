import { kindAs, technologyOf } from '../../shared/catalog/index';
import { Icon } from '../ui/Icon';
import type { Combobox } from '../ui/use-combobox';
import { t } from '../words/t';
import type { Offer } from './add-offers';
import { offerNote, offerTitle } from './offer-words';
import styles from './Picker.module.css';

interface AddOffersProps {
  readonly offers: readonly Offer[];
  readonly combobox: Combobox;
  readonly onTake: (index: number, onlyPlace: boolean) => void;
}

/** The list of the add box. */
export function AddOffers({ offers, combobox, onTake }: AddOffersProps) {
  return (
    <div id={combobox.listId} className={styles.list} role="listbox" aria-label={t('Components')}>
      {offers.map((offer, index) => (
        <div
          key={`${offer.kind.id} ${offer.technology ?? ''}`}
          {...combobox.optionProps(index)}
          role="option"
          tabIndex={-1}
          className={styles.option}
          data-layer={offer.kind.layer}
          onPointerMove={() => combobox.setActive(index)}
          onPointerDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onTake(index, event.shiftKey);
          }}
        >
          <span className={styles.icon}>
            <Icon name={kindAs(offer.kind, technologyOf(offer.kind, offer.technology)).icon} size={15} />
          </span>
          <span className={styles.title}>{offerTitle(offer)}</span>
          <span className={styles.note}>{offerNote(offer)}</span>
        </div>
      ))}
    </div>
  );
}
