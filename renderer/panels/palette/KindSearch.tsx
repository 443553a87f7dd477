import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { kinds } from '../../../shared/catalog/index';
import { layerTitles } from '../../../shared/diagram/palette';
import { layerIds } from '../../../shared/model/vocabulary';
import { type Offer, offersFor } from '../../canvas/add-offers';
import { addComponent } from '../../canvas/place';
import { addBoxCommand } from '../../commands/frame-buttons';
import { useShownCommand } from '../../commands/shown-command';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { GuideCard, type ShownGuide } from './GuideCard';
import { type GuideOfList, KindRow } from './KindRow';
import styles from './Palette.module.css';
import { QuickKinds } from './QuickKinds';

/** The search field and the kinds under it: by layer, or the best matches first while searching. */
export function KindSearch({ children }: { readonly children: ReactNode }) {
  const editor = useEditor();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<ShownGuide | null>(null);
  const card = useId();
  const list = useRef<HTMLElement>(null);
  const readOnly = useDocument((state) => state.readOnly);
  const searching = text.trim() !== '';
  const matches = useMemo(
    () => (searching ? offersFor(text) : kinds.map((kind) => ({ kind }))),
    [text, searching],
  );
  const guide: GuideOfList = { card, shownKind: shown?.kind.id ?? null, onShow: setShown };
  const add = ({ kind, ...named }: Offer, connect: boolean): void => {
    if (addComponent(editor, kind.id, { ...named, connect }) !== '') noteAdded(editor, kind.id);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const [first] = matches;
    if (event.key === 'Enter' && searching && !readOnly) {
      if (first !== undefined) add(first, !event.shiftKey);
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
          {searching || readOnly ? null : <AddKeys />}
        </label>
        {children}
      </div>
      {searching ? null : <QuickKinds onAdd={add} />}
      <section ref={list} className={styles.kinds} aria-label={t('Components')} onKeyDown={moveInList}>
        {searching ? (
          <FoundKinds matches={matches} onAdd={add} guide={guide} />
        ) : (
          <KindsByLayer matches={matches} onAdd={add} guide={guide} />
        )}
      </section>
      <GuideCard id={card} shown={shown} onAdd={add} onClose={() => setShown(null)} />
    </>
  );
}

const mostRecent = 4;

/** Puts a kind first among those that were added last. */
function noteAdded({ view, setView }: Editor, kind: string): void {
  const { recentKinds } = view.getState();
  setView({ recentKinds: [kind, ...recentKinds.filter((id) => id !== kind)].slice(0, mostRecent) });
}

/** The keys that open the add box on the canvas. */
function AddKeys() {
  const { shortcut } = useShownCommand(addBoxCommand);
  if (shortcut === '') return null;
  return (
    <kbd
      translate="no"
      className={styles.hint}
      data-tip={t('On the canvas, press {keys} to add', { keys: shortcut })}
    >
      {shortcut}
    </kbd>
  );
}

interface KindListProps {
  readonly matches: readonly Offer[];
  readonly onAdd: (match: Offer, connect: boolean) => void;
  readonly guide: GuideOfList;
}

/** What the text can mean, the likeliest first; a plain box with the text as its name is always among it. */
function FoundKinds({ matches, onAdd, guide }: KindListProps) {
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
        <h2 className={styles.layer}>{t(layerTitles[layer])}</h2>
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
