import { useViewport } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import type { Box } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { Icon } from '../../ui/Icon';
import { useCombobox } from '../../ui/use-combobox';
import { t } from '../../words/t';
import styles from '../Picker.module.css';
import { partBoxes } from '../part-boxes';
import { useReadOnly } from '../parts';
import { canvasExtent, focusCanvas, screenPointOf } from '../viewport';
import { connectNodes, targetsOf } from './connect-nodes';
import { stopConnecting, useConnectPicker } from './connect-picker';

/** The list of nodes that the selected one can call: connecting by keyboard. */
export function ConnectPicker() {
  const from = useConnectPicker((state) => state.from);
  const readOnly = useReadOnly();
  return from === null || readOnly ? null : <Targets key={from} from={from} />;
}

const gapPx = 16;
const pickerPx = { width: 340, height: 310 };

/** To the right of the card where there is room, else to its left, and never over the edge of the canvas. */
function besideBox(editor: Editor, box: Box): { readonly left: number; readonly top: number } {
  const extent = canvasExtent(editor);
  const right = screenPointOf(editor, { x: box.x + box.width, y: box.y });
  const before = screenPointOf(editor, { x: box.x, y: box.y }).x - gapPx - pickerPx.width;
  const fits = right.x + gapPx + pickerPx.width <= extent.width;
  const last = (size: number, most: number): number => Math.max(8, most - size - 8);
  return {
    left: Math.min(fits ? right.x + gapPx : Math.max(8, before), last(pickerPx.width, extent.width)),
    top: Math.min(Math.max(8, right.y), last(pickerPx.height, extent.height)),
  };
}

function Targets({ from }: { readonly from: string }) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  // Stays beside its card while the view moves.
  useViewport();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const close = (): void => {
    stopConnecting(editor);
    focusCanvas(editor);
  };
  const wanted = text.trim().toLowerCase();
  const targets =
    design === null
      ? []
      : targetsOf(design, from).filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(wanted));
  const take = (index: number): void => {
    const target = targets[index];
    if (target === undefined) return;
    close();
    connectNodes(editor, from, target.id);
  };
  const combobox = useCombobox({ count: targets.length, onTake: take, onClose: close });
  const box = design === null ? undefined : partBoxes(design).get(from);
  if (design === null || box === undefined) return null;
  const { nodes } = resolvedOf(design);
  const { left, top } = besideBox(editor, box);
  return (
    <form
      className={`nokey nowheel ${styles.picker}`}
      onSubmit={(event) => event.preventDefault()}
      style={{ left, top }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) stopConnecting(editor);
      }}
    >
      <input
        ref={field}
        className={styles.field}
        {...combobox.fieldProps}
        aria-label={t('Connect {name} to', { name: nodes.get(from)?.name ?? from })}
        placeholder={t('Connect {name} to', { name: nodes.get(from)?.name ?? from })}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          combobox.setActive(0);
        }}
        onKeyDown={combobox.onKey}
      />
      <div id={combobox.listId} className={styles.list} role="listbox" aria-label={t('Targets')}>
        {targets.map(({ id, name }, index) => (
          <div
            key={id}
            {...combobox.optionProps(index)}
            role="option"
            tabIndex={-1}
            className={styles.option}
            data-layer={nodes.get(id)?.layer}
            onPointerMove={() => combobox.setActive(index)}
            onPointerDown={(event) => {
              event.preventDefault();
              take(index);
            }}
          >
            <span className={styles.icon}>
              <Icon name={nodes.get(id)?.kind.icon ?? 'box'} size={15} />
            </span>
            <span className={styles.title}>{name}</span>
          </div>
        ))}
        {targets.length === 0 ? <p className={styles.nothing}>{t('No component of that name')}</p> : null}
      </div>
    </form>
  );
}
