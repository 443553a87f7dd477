import { type ReactNode, useState } from 'react';
import { FieldSearch } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './Inspector.module.css';

/** The fields of a part with a search above them: by the words of a label, or by the field's name in the document. */
export function SearchedFields({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  return (
    <>
      <label className={styles.find}>
        <Icon name="search" size={14} />
        <input
          type="search"
          aria-label={t('Find a field')}
          placeholder={t('Find a field')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            event.preventDefault();
            event.stopPropagation();
            setText('');
          }}
        />
      </label>
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
