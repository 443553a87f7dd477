import { useMemo } from 'react';
import { lockedParts } from '../../shared/model/locked';
import { useSelection } from '../store/selection';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './LockMarks.module.css';
import { useShownDesign } from './lanes/shown';
import { partBoxes } from './part-boxes';

/** A lock at each selected part that is locked, which says why it does not follow the pointer. */
export function LockMarks() {
  const design = useShownDesign();
  const selected = useSelection((state) => state.ids);
  const marked = useMemo(() => {
    if (design === null || selected.size === 0) return [];
    const boxes = partBoxes(design);
    return [...lockedParts(design)].flatMap((id) => {
      const box = selected.has(id) ? boxes.get(id) : undefined;
      return box === undefined ? [] : [{ id, x: box.x + box.width, y: box.y }];
    });
  }, [design, selected]);
  return marked.map(({ id, x, y }) => (
    <span key={id} className={styles.lock} style={{ left: x, top: y }} data-locked={id}>
      <Icon name="lock" size={12} fixed label={t('Locked')} />
    </span>
  ));
}
