import { useEffect, useRef, useState } from 'react';
import { t } from '../i18n/t';
import { useDocument } from '../store/document';
import { resolvedOf } from '../store/report';
import { Icon } from '../ui/Icon';
import { connectNodes, targetsOf } from './connect-nodes';
import { stopConnecting, useConnectPicker } from './connect-picker';
import styles from './Picker.module.css';
import { partBoxes } from './part-boxes';
import { useListKeys } from './use-list-keys';
import { focusCanvas, screenPointOf } from './viewport';

/** The list of nodes that the selected one can call: connecting by keyboard. */
export function ConnectPicker() {
  const from = useConnectPicker((state) => state.from);
  return from === null ? null : <Targets key={from} from={from} />;
}

const gapPx = 16;

function Targets({ from }: { readonly from: string }) {
  const design = useDocument((state) => state.design);
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const close = (): void => {
    stopConnecting();
    focusCanvas();
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
    connectNodes(from, target.id);
  };
  const keys = useListKeys(targets.length, take, close);
  const box = design === null ? undefined : partBoxes(design).get(from);
  if (design === null || box === undefined) return null;
  const { nodes } = resolvedOf(design);
  const at = screenPointOf({ x: box.x + box.width, y: box.y });
  return (
    <form
      className={`nokey nowheel ${styles.picker}`}
      onSubmit={(event) => event.preventDefault()}
      style={{ left: at.x + gapPx, top: Math.max(8, at.y) }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) stopConnecting();
      }}
    >
      <input
        ref={field}
        className={styles.field}
        role="combobox"
        aria-expanded="true"
        aria-controls="connect-targets"
        aria-activedescendant={targets.length === 0 ? undefined : `connect-target-${keys.active}`}
        aria-label={t('Connect {name} to', { name: nodes.get(from)?.name ?? from })}
        placeholder={t('Connect {name} to', { name: nodes.get(from)?.name ?? from })}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          keys.setActive(0);
        }}
        onKeyDown={keys.onKey}
      />
      <div id="connect-targets" className={styles.list} role="listbox" aria-label={t('Targets')}>
        {targets.map(({ id, name }, index) => (
          <div
            key={id}
            id={`connect-target-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === keys.active}
            className={styles.option}
            data-layer={nodes.get(id)?.layer}
            onPointerMove={() => keys.setActive(index)}
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
