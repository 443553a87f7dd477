import type { CSSProperties } from 'react';
import { marksById } from '../../../shared/layout/geometry';
import { annotationKindOf } from '../../canvas/annotations/index';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './Outline.module.css';
import type { OutlineItem, OutlineLine } from './outline-items';
import { outlineLabel, outlineName } from './outline-words';

interface OutlineRowProps {
  readonly line: OutlineLine;
  /** Its place among the lines that show, from 0. */
  readonly at: number;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}

const icons: Readonly<Record<OutlineItem['kind'], string>> = {
  flows: 'route',
  flow: 'route',
  group: 'frame',
  node: 'box',
  edge: 'arrow-right',
  marks: 'sticky-note',
  mark: 'sticky-note',
};

/** A line of the outline; its name for a screen reader has its figures. */
export function OutlineRow({ line, at, isOpen, isActive, isSelected }: OutlineRowProps) {
  const { item, level } = line;
  const design = useDocument((state) => state.design);
  const label = useReport((state) => (design === null ? '' : outlineLabel(design, item, state)));
  const broken = useReport(
    (state) =>
      item.part !== null &&
      (state.findingsOf
        .get(item.part)
        ?.some(({ stage, severity }) => stage === 'broken' && severity === 'error') ??
        false),
  );
  if (design === null) return null;
  const node =
    item.kind === 'node' && item.part !== null ? resolvedOf(design).nodes.get(item.part) : undefined;
  const mark = item.kind === 'mark' && item.part !== null ? marksById(design).get(item.part) : undefined;
  const markIcon = mark === undefined ? undefined : annotationKindOf(mark.kind)?.icon;
  const hasChildren = item.children.length > 0;
  return (
    <div
      role="treeitem"
      data-item={item.id}
      aria-label={label}
      aria-level={level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-selected={isSelected}
      {...(hasChildren ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isActive ? 0 : -1}
      className={styles.row}
      style={{ '--level': level, '--at': at } as CSSProperties}
    >
      <span
        className={styles.twist}
        data-tip={hasChildren ? (isOpen ? t('Close') : t('Open')) : undefined}
        data-twist={hasChildren ? '' : undefined}
      >
        {hasChildren ? <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} /> : null}
      </span>
      <span className={styles.symbol} data-layer={node?.layer}>
        <Icon name={node?.kind.icon ?? markIcon ?? icons[item.kind]} size={14} />
      </span>
      <span className={styles.name}>{outlineName(design, item)}</span>
      {broken ? (
        <span className={styles.broken}>
          <Icon name="circle-alert" size={13} />
        </span>
      ) : null}
    </div>
  );
}
