import { deleteStored } from '../storage/deleted';
import { saveDamaged } from '../storage/unreadable';
import { type DamagedLine, useWorkspace } from '../store/workspace';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { editedWhen } from '../words/edited';
import { language } from '../words/language';
import { numberLocale } from '../words/number-locale';
import { t } from '../words/t';
import styles from './DamagedList.module.css';

/** Entries of the library that cannot be read, and what can be done with each. */
export function DamagedList() {
  const damaged = useWorkspace((state) => state.damaged);
  if (damaged.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 id="damaged-designs" className={styles.heading}>
        {t('Damaged entries')}
      </h2>
      <ul aria-labelledby="damaged-designs">
        {damaged.map((line) => (
          <Line key={String(line.key)} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line: { key, name, updatedAt } }: { readonly line: DamagedLine }) {
  const shown = name === '' ? String(key) : name;
  return (
    <li className={styles.line}>
      <Icon name="circle-alert" size={16} />
      <span className={styles.name}>{shown}</span>
      {updatedAt === null ? null : (
        <time className={styles.when} dateTime={updatedAt}>
          {editedWhen(updatedAt, new Date(), language().locale, numberLocale())}
        </time>
      )}
      <Button onClick={() => void saveDamaged(key)}>{t('Save its raw data to a file')}</Button>
      <Button
        variant="quiet"
        icon="trash"
        aria-label={t('Delete {name}', { name: shown })}
        onClick={() => void deleteStored(key)}
      />
    </li>
  );
}
