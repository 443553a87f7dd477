import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { t } from '../words/t';
import styles from './About.module.css';
import { Icon } from './Icon';

interface AboutProps {
  /** Id of the text, by which a control is described also while it is closed. */
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * The text behind an ⓘ: shown over what follows by a press, closed by Escape or by leaving it. Not a button, since it only shows
 * something: it works in the disabled fields of a read-only design.
 */
export function About({ id, label, children }: AboutProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>): void => {
    if (event.key !== 'Escape' || !event.currentTarget.open) return;
    event.stopPropagation();
    event.currentTarget.open = false;
    event.currentTarget.querySelector('summary')?.focus();
  };
  const onBlur = (event: FocusEvent<HTMLDetailsElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
  };
  return (
    <details name="about-field" className={styles.about} onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary className={styles.mark} aria-label={t('About {name}', { name: label })}>
        <Icon name="info" size={13} />
      </summary>
      <div id={id} className={styles.text} tabIndex={-1}>
        {children}
      </div>
    </details>
  );
}
