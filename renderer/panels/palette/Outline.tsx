import { type CSSProperties, useId, useState } from 'react';
import { useDocument } from '../../store/document';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './Outline.module.css';
import { OutlineRow } from './OutlineRow';
import palette from './Palette.module.css';
import { useOutline } from './use-outline';
import { useRowWindow } from './use-row-window';

/** The design as a tree, for keyboard and screen reader. Enter selects and shows a part. */
export function Outline() {
  const [open, setOpen] = useState(true);
  const count = useDocument((state) => state.design?.system.nodes?.length ?? 0);
  const id = useId();
  return (
    <section className={`${palette.section} ${styles.outline}`} data-open={open ? '' : undefined}>
      <button
        type="button"
        className={palette.sectionButton}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
        {t('Outline')}
        <span className={palette.count}>{count === 0 ? null : count}</span>
      </button>
      {open ? <OutlineTree id={id} /> : null}
    </section>
  );
}

function OutlineTree({ id }: { readonly id: string }) {
  const { tree, lines, active, isOpen, isSelected, onKeyDown, onClick, onFocus } = useOutline();
  const rows = useRowWindow(tree, lines.length);
  if (lines.length === 0)
    return (
      <p id={id} className={palette.nothing}>
        {t('Components and flows are listed here.')}
      </p>
    );
  return (
    <div
      id={id}
      role="tree"
      aria-label={t('Outline of the design')}
      className={styles.tree}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
    >
      <div
        ref={tree}
        role="presentation"
        className={styles.rows}
        style={{ '--rows': lines.length } as CSSProperties}
      >
        {lines.map((line, at) =>
          // The line with the tab stop is there wherever the tree is scrolled to.
          (at >= rows.from && at < rows.to) || line.item.id === active ? (
            <OutlineRow
              key={line.item.id}
              line={line}
              at={at}
              isOpen={isOpen(line.item)}
              isActive={line.item.id === active}
              isSelected={isSelected(line.item.part)}
            />
          ) : null,
        )}
      </div>
    </div>
  );
}
