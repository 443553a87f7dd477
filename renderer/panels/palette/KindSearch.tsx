import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { layerTitles } from '../../../shared/diagram/palette';
import { layerIds } from '../../../shared/model/vocabulary';
import { addComponent } from '../../canvas/place';
import { type KindMatch, searchKinds } from '../../canvas/search-kinds';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { GuideCard, type ShownGuide } from './GuideCard';
import { type GuideOfList, KindRow } from './KindRow';
import styles from './Palette.module.css';

/** The search field and the kinds under it: by layer, or the best matches first while searching. */
export function KindSearch({ children }: { readonly children: ReactNode }) {
  const editor = useEditor();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<ShownGuide | null>(null);
  const card = useId();
  const list = useRef<HTMLElement>(null);
  const readOnly = useDocument((state) => state.readOnly);
  const matches = searchKinds(text);
  const searching = text.trim() !== '';
  const guide: GuideOfList = { card, shownKind: shown?.kind.id ?? null, onShow: setShown };
  const add = ({ kind, technology }: KindMatch, connect: boolean): void => {
    addComponent(editor, kind.id, { connect, ...(technology === undefined ? {} : { technology }) });
    setText('');
  };
  const addCustom = (): void => {
    addComponent(editor, 'custom', { name: text.trim() });
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const [first] = matches;
    if (event.key === 'Enter' && searching && !readOnly) {
      if (first === undefined) addCustom();
      else add(first, !event.shiftKey);
    } else if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus();
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className={styles.search}>
        <label className={styles.box}>
          <Icon name="search" size={15} />
          <input
            type="search"
            className={styles.input}
            aria-label={readOnly ? t('Find a component') : t('Add a component')}
            placeholder={readOnly ? t('Find a component') : t('Add a component')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          {searching || readOnly ? null : (
            <kbd className={styles.hint} data-tip={t('On the canvas, press / to add')}>
              /
            </kbd>
          )}
        </label>
        {children}
      </div>
      <section ref={list} className={styles.kinds} aria-label={t('Components')} onKeyDown={moveInList}>
        {searching ? (
          <FoundKinds
            matches={matches}
            onAdd={add}
            onAddCustom={addCustom}
            text={text.trim()}
            guide={guide}
          />
        ) : (
          <KindsByLayer matches={matches} onAdd={add} guide={guide} />
        )}
      </section>
      <GuideCard id={card} shown={shown} onClose={() => setShown(null)} />
    </>
  );
}

interface KindListProps {
  readonly matches: readonly KindMatch[];
  readonly onAdd: (match: KindMatch, connect: boolean) => void;
  readonly guide: GuideOfList;
}

interface FoundKindsProps extends KindListProps {
  readonly onAddCustom: () => void;
  readonly text: string;
}

/** The matches, best first; where there are none, a custom box with the text as its name. */
function FoundKinds({ matches, onAdd, onAddCustom, text, guide }: FoundKindsProps) {
  const readOnly = useDocument((state) => state.readOnly);
  if (matches.length === 0)
    return (
      <>
        <p className={styles.nothing}>{t('No component with that name.')}</p>
        <button type="button" className={styles.kind} data-first="" disabled={readOnly} onClick={onAddCustom}>
          <span className={styles.symbol}>
            <Icon name="box" size={16} />
          </span>
          <span className={styles.words}>{t('Custom box “{text}”', { text })}</span>
        </button>
      </>
    );
  return matches.map((match, index) => (
    <KindRow
      key={`${match.kind.id} ${match.technology ?? ''}`}
      match={match}
      isFirst={index === 0}
      onAdd={onAdd}
      guide={guide}
    />
  ));
}

function KindsByLayer({ matches, onAdd, guide }: KindListProps) {
  return layerIds.map((layer) => {
    const own = matches.filter(({ kind }) => kind.layer === layer);
    if (own.length === 0) return null;
    return (
      <section key={layer} aria-label={t(layerTitles[layer])}>
        <h3 className={styles.layer}>{t(layerTitles[layer])}</h3>
        {own.map((match) => (
          <KindRow key={match.kind.id} match={match} onAdd={onAdd} guide={guide} />
        ))}
      </section>
    );
  });
}

/**
 * Up and down move through the components of the list, right moves to the guide; up from the first moves back to
 * the field.
 */
function moveInList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'ArrowRight') openGuide(event);
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([data-guide])')];
  const at = buttons.findIndex((button) => button.parentElement?.matches(':focus-within'));
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  event.stopPropagation();
  if (next !== undefined) next.focus();
  else if (at === 0) event.currentTarget.parentElement?.querySelector('input')?.focus();
}

function openGuide(event: KeyboardEvent<HTMLElement>): void {
  const guide =
    event.target instanceof Element
      ? event.target.parentElement?.querySelector<HTMLElement>('[data-guide]')
      : null;
  if (guide === null || guide === undefined || guide === event.target) return;
  event.preventDefault();
  event.stopPropagation();
  guide.focus();
  guide.click();
}
