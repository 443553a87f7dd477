import { useId, useState } from 'react';
import { useDocument } from '../../store/document';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './Outline.module.css';
import { OutlineRow } from './OutlineRow';
import palette from './Palette.module.css';
import { useOutline } from './use-outline';

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
  const { tree, lines, active, isOpen, isSelected, onKeyDown, onClick } = useOutline();
  if (lines.length === 0)
    return (
      <p id={id} className={palette.nothing}>
        {t('Components and flows are listed here.')}
      </p>
    );
  return (
    <div
      ref={tree}
      id={id}
      role="tree"
      aria-label={t('Outline of the design')}
      className={styles.tree}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {lines.map((line) => (
        <OutlineRow
          key={line.item.id}
          line={line}
          isOpen={isOpen(line.item)}
          isActive={line.item.id === active}
          isSelected={isSelected(line.item.part)}
        />
      ))}
    </div>
  );
}
