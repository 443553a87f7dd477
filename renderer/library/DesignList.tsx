import { useRef, useState } from 'react';
import { deleteStored } from '../storage/deleted';
import { duplicateStored, openStored, renameStored } from '../storage/library';
import { saveStoredAsFile } from '../storage/save-stored';
import type { DesignSummary } from '../store/workspace';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import type { MenuItem } from '../ui/menu-items';
import { editedWhen } from '../words/edited';
import { t } from '../words/t';
import styles from './DesignList.module.css';

/** The designs of the library, the one changed last at the top. */
export function DesignList({ designs }: { readonly designs: readonly DesignSummary[] }) {
  return (
    <ul className={styles.list} aria-label={t('Designs')}>
      {designs.map((design) => (
        <DesignLine key={design.id} design={design} />
      ))}
    </ul>
  );
}

const partsOf = (count: number): string => t('{count, plural, one {# part} other {# parts}}', { count });

function DesignLine({ design }: { readonly design: DesignSummary }) {
  const [renaming, setRenaming] = useState(false);
  /** The field was left by a key: the focus returns to its line. */
  const returns = useRef(false);
  const { id, name } = design;
  const takeFocusBack = (button: HTMLButtonElement | null): void => {
    if (button === null || !returns.current) return;
    returns.current = false;
    button.focus();
  };
  return (
    <li className={styles.line}>
      {renaming ? (
        <NameField
          design={design}
          onDone={(byKey) => {
            returns.current = byKey;
            setRenaming(false);
          }}
        />
      ) : (
        <button
          type="button"
          ref={takeFocusBack}
          className={styles.open}
          onClick={() => void openStored(id)}
          onKeyDown={(event) => {
            if (event.key === 'F2') setRenaming(true);
            else if (event.key === 'Delete') void deleteStored(id);
            else return;
            event.preventDefault();
          }}
        >
          <Icon name="workflow" size={16} />
          <span className={styles.name}>{name}</span>
          <span className={styles.parts}>{partsOf(design.nodeCount)}</span>
          <time className={styles.when} dateTime={design.updatedAt}>
            {editedWhen(design.updatedAt, new Date(), navigator.language)}
          </time>
        </button>
      )}
      <Menu
        variant="quiet"
        icon="ellipsis"
        label={t('Actions for {name}', { name })}
        items={() => actionsOf(design, () => setRenaming(true))}
      />
    </li>
  );
}

function actionsOf({ id }: DesignSummary, rename: () => void): readonly MenuItem[] {
  const item = (name: string, label: string, icon: string, run: () => void): MenuItem => ({
    kind: 'item',
    id: name,
    label,
    icon,
    run,
  });
  return [
    item('open', t('Open'), 'arrow-right', () => void openStored(id)),
    item('rename', t('Rename'), 'pencil', rename),
    item('duplicate', t('Duplicate'), 'copy', () => void duplicateStored(id)),
    item('save', t('Save as JSON file'), 'download', () => void saveStoredAsFile(id)),
    { kind: 'separator', id: 'before-delete' },
    {
      kind: 'item',
      id: 'delete',
      label: t('Delete'),
      icon: 'trash',
      tone: 'danger',
      run: () => void deleteStored(id),
    },
  ];
}

interface NameFieldProps {
  readonly design: DesignSummary;
  readonly onDone: (byKey: boolean) => void;
}

/** Enter and blur accept the name, Escape reverts. */
function NameField({ design, onDone }: NameFieldProps) {
  const key = useRef<string | null>(null);
  return (
    <input
      className={styles.field}
      aria-label={t('Name of the design')}
      defaultValue={design.name}
      ref={(input) => {
        if (input === null || document.activeElement === input) return;
        input.focus();
        input.select();
      }}
      onBlur={(event) => {
        if (key.current !== 'Escape') void renameStored(design.id, event.currentTarget.value);
        onDone(key.current !== null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        // The line that takes the focus next would take this press for its own.
        event.preventDefault();
        key.current = event.key;
        event.currentTarget.blur();
      }}
    />
  );
}
