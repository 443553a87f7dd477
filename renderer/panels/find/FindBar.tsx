import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './FindBar.module.css';
import { type FoundKind, foundKinds } from './find-entries';
import { type Finder, useFind } from './use-find';

function kindTitle(kind: FoundKind): string {
  switch (kind) {
    case 'component':
      return t('Components');
    case 'edge':
      return t('Edges');
    case 'group':
      return t('Groups');
    case 'annotation':
      return t('Annotations');
    case 'flow':
      return t('Flows');
    case 'finding':
      return t('Findings');
  }
}

function oneTitle(kind: FoundKind): string {
  switch (kind) {
    case 'component':
      return t('Component');
    case 'edge':
      return t('Edge');
    case 'group':
      return t('Group');
    case 'annotation':
      return t('Annotation');
    case 'flow':
      return t('Flow');
    case 'finding':
      return t('Finding');
  }
}

/** Finds parts of the design: the matches stay lit on the canvas, and one after the other is shown. */
export function FindBar() {
  const find = useFind();
  const field = useRef<HTMLInputElement>(null);
  const isBesideHistory = useView((state) => state.history);
  const asked = useView((state) => state.finding);
  // The field takes the keyboard each time it is asked for, with the last text ready to be written over.
  useEffect(() => {
    if (asked === null) return;
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') find.goBack();
    else if (event.key === 'Enter' && event.target === field.current) find.go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const current = find.found.matches[find.at];
  return (
    <search
      className={styles.bar}
      data-beside={isBesideHistory}
      data-floating=""
      aria-label={t('Find on canvas')}
      onKeyDown={onKeyDown}
    >
      <div className={styles.row}>
        <Icon name="search" size={15} />
        <input
          ref={field}
          type="search"
          className={styles.field}
          aria-label={t('Find on canvas')}
          placeholder={t('Name, kind, technology, text, finding')}
          autoComplete="off"
          spellCheck={false}
          value={find.text}
          onChange={(event) => find.setText(event.currentTarget.value)}
        />
        <span role="status" className={styles.count}>
          {countWords(find)}
        </span>
        <Steps find={find} />
      </div>
      {find.text.trim() === '' ? null : <Kinds find={find} />}
      {current === undefined ? null : (
        <p className={styles.current}>
          <span className={styles.kind}>{oneTitle(current.kind)}</span>
          <bdi>{current.title}</bdi>
        </p>
      )}
    </search>
  );
}

function countWords({ text, found, at }: Finder): string {
  if (text.trim() === '') return '';
  const total = found.matches.length;
  if (total === 0) return t('Nothing found');
  return t('{at} of {total}', { at: at + 1, total });
}

function Steps({ find }: { readonly find: Finder }) {
  const none = find.found.matches.length === 0;
  return (
    <>
      <Button
        variant="quiet"
        icon="chevron-up"
        aria-label={t('Previous match')}
        data-tip={t('Previous match · {keys}', { keys: 'Shift+↵' })}
        disabled={none}
        onClick={() => find.go(-1)}
      />
      <Button
        variant="quiet"
        icon="chevron-down"
        aria-label={t('Next match')}
        data-tip={t('Next match · {keys}', { keys: '↵' })}
        disabled={none}
        onClick={() => find.go(1)}
      />
      <Button
        variant="quiet"
        icon="x"
        aria-label={t('Close and stay here')}
        data-tip={t('Close and stay here; Esc goes back')}
        onClick={find.close}
      />
    </>
  );
}

/** The filters by kind, each with how many there are. */
function Kinds({ find }: { readonly find: Finder }) {
  return (
    <fieldset className={styles.kinds} aria-label={t('Only these kinds')}>
      {foundKinds.map((kind) => {
        const count = find.found.counts[kind];
        const isOn = find.kinds.has(kind);
        return (
          <button
            key={kind}
            type="button"
            className={styles.chip}
            aria-pressed={isOn}
            disabled={count === 0 && !isOn}
            onClick={() => find.toggleKind(kind)}
          >
            {kindTitle(kind)} <span className={styles.number}>{count}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
