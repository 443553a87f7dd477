import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { kindAs, kinds, technologyOf } from '../../shared/catalog/index';
import type { Kind } from '../../shared/catalog/kind';
import { nodesOf } from '../../shared/model/schema';
import { layerIds } from '../../shared/model/vocabulary';
import { useDocument } from '../store/document';
import { type Editor, useEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { useSelection } from '../store/selection';
import { useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { type Combobox, useCombobox } from '../ui/use-combobox';
import { t } from '../words/t';
import placeStyles from './AddBox.module.css';
import styles from './Picker.module.css';
import { addComponent } from './place';
import { searchKinds } from './search-kinds';
import { focusCanvas, screenPointOf } from './viewport';

/** A line of the add box: a kind, one of its technologies, or a plain box that bears the text as its name. */
interface Offer {
  readonly kind: Kind;
  readonly technology?: string;
  readonly name?: string;
}

const mostOffers = 40;

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

const customKind = kinds.find((kind) => kind.id === 'custom');

function offersFor(text: string, isEmpty: boolean, near: Kind | null): readonly Offer[] {
  const name = text.trim();
  if (name === '') return likely(isEmpty, near).map((kind) => ({ kind }));
  const found: readonly Offer[] = searchKinds(name).slice(0, mostOffers);
  return found.length > 0 || customKind === undefined ? found : [{ kind: customKind, name }];
}

/** What one adds next, most likely first: at the beginning who calls, then what stands behind the selected card. */
function likely(isEmpty: boolean, near: Kind | null): readonly Kind[] {
  if (isEmpty || near === null) return kinds;
  const at = layerIds.indexOf(near.layer);
  const rank = (kind: Kind): number => {
    const distance = layerIds.indexOf(kind.layer) - at;
    return distance >= 0 ? distance : layerIds.length - distance;
  };
  return kinds.toSorted((a, b) => rank(a) - rank(b));
}

/** The node that what is added will be connected to, for the line that says so. */
function useNear(): { readonly name: string; readonly kind: Kind } | null {
  const design = useDocument((state) => state.design);
  const from = useView((state) => state.adding?.from);
  const ids = useSelection((state) => state.ids);
  if (design === null) return null;
  const [only] = ids.size === 1 ? ids : [];
  const near = resolvedOf(design).nodes.get(from ?? only ?? '');
  return near === undefined ? null : { name: near.name, kind: near.kind };
}

function Box({ isEmpty, onClose }: { readonly isEmpty: boolean; readonly onClose: () => void }) {
  const editor = useEditor();
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const adding = useView((state) => state.adding);
  const near = useNear();
  const offers = offersFor(text, isEmpty, near?.kind ?? null);
  useEffect(() => {
    // Asked for again while it is open: it takes the keyboard back.
    if (adding !== null || isEmpty) field.current?.focus({ preventScroll: true });
  }, [adding, isEmpty]);
  const isOpened = adding !== null;
  useEffect(() => {
    if (!isOpened) return;
    const closeBeside = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false)
        editor.setView({ adding: null });
    };
    window.addEventListener('pointerdown', closeBeside, { capture: true });
    return () => window.removeEventListener('pointerdown', closeBeside, { capture: true });
  }, [editor, isOpened]);

  const take = (index: number, onlyPlace: boolean): void => {
    const offer = offers[index];
    if (offer === undefined) return;
    const { at, from } = editor.view.getState().adding ?? {};
    // Stays open for the next one, which follows the card that is selected now.
    editor.setView({ adding: {} });
    setText('');
    combobox.setActive(0);
    addComponent(editor, offer.kind.id, {
      connect: !onlyPlace,
      ...(offer.technology === undefined ? {} : { technology: offer.technology }),
      ...(offer.name === undefined ? {} : { name: offer.name }),
      ...(at === undefined ? {} : { at }),
      ...(from === undefined ? {} : { from }),
    });
    field.current?.focus({ preventScroll: true });
  };
  const combobox = useCombobox({
    count: offers.length,
    onTake: (index, event) => take(index, event.shiftKey),
    onClose,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (combobox.onKey(event)) return;
    if (event.key === '/' && text === '') event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      className={`nokey nowheel nopan ${styles.picker} ${isEmpty ? placeStyles.middle : placeStyles.top}`}
      style={placeAt(editor, adding?.at)}
    >
      {isEmpty ? <h2 className={styles.question}>{t('Who calls it?')}</h2> : null}
      {isEmpty ? <p className={styles.help}>{t('Begin with the client, then name what it calls.')}</p> : null}
      <div className={styles.search}>
        <Icon name="search" size={15} />
        <input
          ref={field}
          className={styles.field}
          {...combobox.fieldProps}
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
      <Offers offers={offers} combobox={combobox} onTake={take} />
      <div className={styles.foot}>
        <span>
          <kbd translate="no">↵</kbd> {near === null ? t('add') : t('add and connect')}
        </span>
        {near === null ? null : (
          <span>
            <kbd translate="no">⇧↵</kbd> {t('only place')}
          </span>
        )}
        <span>
          <kbd translate="no">Esc</kbd> {t('close')}
        </span>
      </div>
    </div>
  );
}

const boxWidth = 360;
const boxHeight = 380;

/** At the point it was asked for, kept on the canvas. */
function placeAt(editor: Editor, at: { readonly x: number; readonly y: number } | undefined) {
  if (at === undefined) return undefined;
  const { x, y } = screenPointOf(editor, at);
  return {
    left: `clamp(8px, ${Math.round(x)}px, calc(100% - ${boxWidth + 8}px))`,
    top: `clamp(8px, ${Math.round(y)}px, max(8px, calc(100% - ${boxHeight + 8}px)))`,
    transform: 'none',
  };
}

interface OffersProps {
  readonly offers: readonly Offer[];
  readonly combobox: Combobox;
  readonly onTake: (index: number, onlyPlace: boolean) => void;
}

function Offers({ offers, combobox, onTake }: OffersProps) {
  return (
    <div id={combobox.listId} className={styles.list} role="listbox" aria-label={t('Components')}>
      {offers.map(({ kind, technology, name }, index) => (
        <div
          key={`${kind.id} ${technology ?? ''}`}
          {...combobox.optionProps(index)}
          role="option"
          tabIndex={-1}
          className={styles.option}
          data-layer={kind.layer}
          onPointerMove={() => combobox.setActive(index)}
          onPointerDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onTake(index, event.shiftKey);
          }}
        >
          <span className={styles.icon}>
            <Icon name={kindAs(kind, technologyOf(kind, technology)).icon} size={15} />
          </span>
          <span className={styles.title}>
            {name === undefined ? t(kind.title) : t('Plain box “{name}”', { name })}
          </span>
          <span className={styles.note}>{technology ?? ''}</span>
        </div>
      ))}
    </div>
  );
}
