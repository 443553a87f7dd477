import { type ReactNode, useState } from 'react';
import { FieldSearch } from '../../ui/Field';
import { LensSearchField } from '../../ui/SearchField';
import { t } from '../../words/t';
import styles from './Inspector.module.css';

/** The fields of a part with a search above them: by the words of a label, or by the field's name in the document. */
export function SearchedFields({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  return (
    <>
      <LensSearchField label={t('Find a field')} value={text} onChange={setText} className={styles.find} />
      <FieldSearch value={wanted}>
        <div className={wanted === '' ? styles.searchable : `${styles.searchable} ${styles.results}`}>
          {children}
        </div>
      </FieldSearch>
      {wanted === '' ? null : (
        <p className={`${styles.empty} ${styles.nothing}`}>
          {t('No field is called “{search}”.', { search: text.trim() })}
        </p>
      )}
    </>
  );
}
