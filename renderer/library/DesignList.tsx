import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { deleteStored } from '../storage/deleted';
import { duplicateStored, openStored, renameStored } from '../storage/library';
import { saveStoredAsFile } from '../storage/save-stored';
import type { DesignSummary } from '../store/workspace';
import { Icon } from '../ui/Icon';
import { shownKeys } from '../ui/keys';
import { Menu } from '../ui/Menu';
import { type MenuAnchor, MenuList } from '../ui/MenuList';
import type { MenuItem } from '../ui/menu-items';
import { editedWhen } from '../words/edited';
import { language } from '../words/language';
import { numberLocale } from '../words/number-locale';
import { t } from '../words/t';
import styles from './DesignList.module.css';
import { cellBeside } from './grid-keys';
import { useDesignPicture } from './use-design-picture';

/** The designs of the library, the one changed last first; arrows move among them. */
export function DesignList({ designs }: { readonly designs: readonly DesignSummary[] }) {
  return (
    <ul className={styles.list} aria-label={t('Designs')} onKeyDown={moveAmongDesigns}>
      {designs.map((design) => (
        <DesignLine key={design.id} design={design} />
      ))}
    </ul>
  );
}

/** Moves the focus by an arrow to the design that is there. */
function moveAmongDesigns(event: KeyboardEvent<HTMLUListElement>): void {
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-design]')];
  const { target } = event;
  const at = target instanceof HTMLElement ? cells.indexOf(target) : -1;
  if (at === -1 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const boxes = cells.map((cell) => cell.getBoundingClientRect());
  const next = cellBeside(
    event.key,
    at,
    boxes.map(({ top }) => top),
    boxes.map(({ left }) => left),
  );
  if (next === null) return;
  event.preventDefault();
  cells[next]?.focus();
}

const partsOf = (count: number): string => t('{count, plural, one {# part} other {# parts}}', { count });

function DesignLine({ design }: { readonly design: DesignSummary }) {
  const [renaming, setRenaming] = useState(false);
  /** The field was left by a key: the focus returns to its line. */
  const returns = useRef(false);
  const { id, name } = design;
  const line = useRef<HTMLLIElement>(null);
  const picture = useDesignPicture(design, line);
  const [menu, setMenu] = useState<MenuAnchor | null>(null);
  const rename = (): void => setRenaming(true);
  const takeFocusBack = (button: HTMLButtonElement | null): void => {
    if (button === null || !returns.current) return;
    returns.current = false;
    button.focus();
  };
  return (
    <li
      ref={line}
      className={styles.line}
      onContextMenu={(event) => {
        if (renaming) return;
        event.preventDefault();
        setMenu(anchorOf(event));
      }}
    >
      <span className={styles.picture} aria-hidden="true">
        {picture === null ? (
          <Icon name="workflow" size={24} />
        ) : (
          <img src={picture} alt="" draggable={false} />
        )}
      </span>
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
          data-design=""
          className={styles.open}
          onClick={() => void openStored(id)}
          onKeyDown={(event) => {
            if (event.key === 'F2') rename();
            else if (event.key === 'Delete') void deleteStored(id);
            else return;
            event.preventDefault();
          }}
        >
          <span className={styles.name}>{name}</span>
          <span className={styles.facts}>
            {/* A whiteboard has none: its annotations are not counted. */}
            {design.nodeCount === 0 ? null : <span>{partsOf(design.nodeCount)}</span>}
            <time className={styles.when} dateTime={design.updatedAt}>
              {editedWhen(design.updatedAt, new Date(), language().locale, numberLocale())}
            </time>
          </span>
        </button>
      )}
      <Menu
        variant="quiet"
        icon="ellipsis"
        label={t('Actions for {name}', { name })}
        items={() => actionsOf(design, rename)}
      />
      {menu === null ? null : (
        <MenuList
          label={t('Actions for {name}', { name })}
          items={actionsOf(design, rename)}
          anchor={menu}
          onClose={() => setMenu(null)}
        />
      )}
    </li>
  );
}

/** Where a menu opens: at the pointer, from the keyboard at the design. */
function anchorOf({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>): MenuAnchor {
  return clientX === 0 && clientY === 0 ? { element: currentTarget } : { x: clientX, y: clientY };
}

function actionsOf({ id }: DesignSummary, rename: () => void): readonly MenuItem[] {
  const item = (name: string, label: string, icon: string, run: () => void, keys?: string): MenuItem => ({
    kind: 'item',
    id: name,
    label,
    icon,
    ...(keys === undefined ? {} : { keys: shownKeys(keys) }),
    run,
  });
  return [
    item('open', t('Open'), 'arrow-right', () => void openStored(id)),
    item('rename', t('Rename'), 'pencil', rename, 'f2'),
    item('duplicate', t('Duplicate'), 'copy', () => void duplicateStored(id)),
    item('save', t('Save as JSON file'), 'download', () => void saveStoredAsFile(id)),
    { kind: 'separator', id: 'before-delete' },
    {
      kind: 'item',
      id: 'delete',
      label: t('Delete'),
      icon: 'trash',
      keys: shownKeys('delete'),
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
