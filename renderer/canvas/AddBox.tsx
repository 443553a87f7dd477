import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { kinds } from '../../shared/catalog/index';
import type { Kind } from '../../shared/catalog/kind';
import { kindsBehind } from '../../shared/catalog/usual-callees';
import { cardAround } from '../../shared/edits/dropped-place';
import { nodesOf } from '../../shared/model/schema';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { useSelection } from '../store/selection';
import { useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { useCombobox } from '../ui/use-combobox';
import { t } from '../words/t';
import placeStyles from './AddBox.module.css';
import { AddOffers } from './AddOffers';
import { type Offer, offersFor } from './add-offers';
import { useShownDesign } from './lanes/shown';
import styles from './Picker.module.css';
import { partBoxes } from './part-boxes';
import { addComponent } from './place';
import { useClearPlace } from './use-clear-place';
import { focusCanvas } from './viewport';

/** The box in which components are named and added: open when asked for, and of itself on an empty canvas. */
export function AddBox() {
  const editor = useEditor();
  const adding = useView((state) => state.adding);
  const isEmpty = useDocument((state) => state.design !== null && nodesOf(state.design).length === 0);
  const designId = useDocument((state) => state.design?.id ?? null);
  const readOnly = useDocument((state) => state.readOnly);
  const tool = useView((state) => state.tool);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const asksItself = isEmpty && tool === 'select' && dismissed !== designId;
  if (readOnly || designId === null || (adding === null && !asksItself)) return null;
  const close = (): void => {
    editor.setView({ adding: null });
    setDismissed(designId);
    focusCanvas(editor);
  };
  return <Box key={designId} isEmpty={isEmpty} onClose={close} />;
}

/** The node that what is added will be connected to. */
function useNear(): { readonly id: string; readonly name: string; readonly kind: Kind } | null {
  const design = useDocument((state) => state.design);
  const from = useView((state) => state.adding?.from);
  const ids = useSelection((state) => state.ids);
  if (design === null) return null;
  const [only] = ids.size === 1 ? ids : [];
  const near = resolvedOf(design).nodes.get(from ?? only ?? '');
  return near === undefined ? null : { id: near.id, name: near.name, kind: near.kind };
}

/** What the box offers: for no text what one adds next, the likeliest first. */
function useOffers(text: string, near: Kind | null): readonly Offer[] {
  return useMemo(() => {
    if (text.trim() !== '') return offersFor(text);
    return (near === null ? kinds : kindsBehind(near)).map((kind) => ({ kind }));
  }, [text, near]);
}

const belowTop = ['bottom', 'bottom-start', 'bottom-end'] as const;
const besideCard = [
  'right-start',
  'left-start',
  'right',
  'left',
  'right-end',
  'left-end',
  'bottom',
  'top',
] as const;

/** Over a drawing the box stays off the place where the card will stand, else off the card that it adds to. */
function useBoxPlace(box: RefObject<HTMLDivElement | null>, near: string | null, isEmpty: boolean): void {
  const adding = useView((state) => state.adding);
  const design = useShownDesign();
  const card = near === null || design === null ? undefined : partBoxes(design).get(near);
  const at = adding?.at === undefined ? null : cardAround(adding.at);
  // On an empty canvas there is nothing to keep clear of: it stands in the middle.
  useClearPlace(box, {
    isFree: isEmpty,
    about: at,
    placements: at === null ? belowTop : besideCard,
    gapPx: 16,
    besides: card === undefined ? [] : [card],
  });
}

function Box({ isEmpty, onClose }: { readonly isEmpty: boolean; readonly onClose: () => void }) {
  const editor = useEditor();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const adding = useView((state) => state.adding);
  const near = useNear();
  const offers = useOffers(text, near?.kind ?? null);
  // After each add it waits, without its list, until one types again or asks for it.
  const isWaiting = adding?.again === true && text === '' && !isAsked;
  useEffect(() => {
    // Asked for again while it is open: it takes the keyboard back.
    if (adding !== null || isEmpty) field.current?.focus({ preventScroll: true });
  }, [adding, isEmpty]);
  useClosedBeside(box, adding !== null);
  useBoxPlace(box, near?.id ?? null, isEmpty);

  const take = (index: number, onlyPlace: boolean): void => {
    const offer = offers[index];
    if (offer === undefined || isWaiting) return;
    const { again: _, from, fromSide, toSide, ...place } = editor.view.getState().adding ?? {};
    const { kind, ...named } = offer;
    // Stays open for the next one, which follows the card that is selected now.
    editor.setView({ adding: { again: true } });
    setText('');
    setAsked(false);
    combobox.setActive(0);
    const drawn = onlyPlace || from === undefined ? {} : { from, fromSide, toSide };
    addComponent(editor, kind.id, { ...named, ...place, ...drawn, connect: !onlyPlace });
    field.current?.focus({ preventScroll: true });
  };
  const combobox = useCombobox({
    count: isWaiting ? 0 : offers.length,
    onTake: (index, event) => take(index, event.shiftKey),
    onClose,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (text === '' && isForCanvas(event, isWaiting)) return;
    if (combobox.onKey(event)) return;
    if (event.key === '/' && text === '') {
      event.preventDefault();
      setAsked(true);
    }
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      data-floating=""
      data-waiting={isWaiting}
      className={`nokey nowheel nopan ${styles.picker} ${isEmpty ? placeStyles.middle : placeStyles.placed}`}
    >
      {isEmpty ? <h2 className={styles.question}>{t('Who calls it?')}</h2> : null}
      {isEmpty ? <p className={styles.help}>{t('Begin with the client, then name what it calls.')}</p> : null}
      <div className={styles.search}>
        <Icon name="search" size={15} />
        <input
          ref={field}
          className={styles.field}
          {...combobox.fieldProps}
          data-passes-keys=""
          aria-label={t('Add a component')}
          placeholder={near === null ? t('Add a component') : t('Add behind {name}', { name: near.name })}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            combobox.setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {isWaiting ? null : <AddOffers offers={offers} combobox={combobox} onTake={take} />}
      <Keys isWaiting={isWaiting} connects={near !== null} />
    </div>
  );
}

const arrows: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

/** With nothing typed, undo, redo, Delete and the arrows are the canvas's; up and down are the list's while it shows. */
function isForCanvas({ key, ctrlKey, metaKey }: KeyboardEvent, isWaiting: boolean): boolean {
  if (ctrlKey || metaKey) return /^[zy]$/i.test(key);
  if (key === 'ArrowUp' || key === 'ArrowDown') return isWaiting;
  return key === 'Delete' || arrows.has(key);
}

/** A press beside the box closes it. */
function useClosedBeside(box: RefObject<HTMLDivElement | null>, isOpened: boolean): void {
  const editor = useEditor();
  useEffect(() => {
    if (!isOpened) return;
    const closeBeside = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false)
        editor.setView({ adding: null });
    };
    window.addEventListener('pointerdown', closeBeside, { capture: true });
    return () => window.removeEventListener('pointerdown', closeBeside, { capture: true });
  }, [box, editor, isOpened]);
}

/** What the keys do; Enter only while it would add something. */
function Keys({ isWaiting, connects }: { readonly isWaiting: boolean; readonly connects: boolean }) {
  return (
    <div className={styles.foot}>
      {isWaiting ? (
        <span>
          <kbd translate="no">/</kbd> {t('list')}
        </span>
      ) : (
        <span>
          <kbd translate="no">↵</kbd> {connects ? t('add and connect') : t('add')}
        </span>
      )}
      {connects && !isWaiting ? (
        <span>
          <kbd translate="no">⇧↵</kbd> {t('only place')}
        </span>
      ) : null}
      <span>
        <kbd translate="no">Esc</kbd> {t('close')}
      </span>
    </div>
  );
}
