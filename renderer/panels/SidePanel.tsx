import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../ui/Button';
import { t } from '../words/t';
import { useInspectorCovers } from './inspector/inspector-open';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A panel at the right of the canvas that stays until it is closed. */
export function SidePanel({ title, onClose, onKeyDown, children }: SidePanelProps) {
  const isBeside = useInspectorCovers();
  return (
    <aside
      className={styles.panel}
      data-beside={isBeside}
      data-floating=""
      aria-label={title}
      onKeyDown={onKeyDown}
    >
      <header className={styles.head}>
        <h2>{title}</h2>
        <Button variant="quiet" icon="x" aria-label={t('Close')} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
