import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Finding } from '../../../shared/rules/rule';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import styles from './DismissForm.module.css';

interface DismissFormProps {
  readonly finding: Finding;
  readonly onClose: () => void;
}

/** Asks for the reason, in one line; Enter dismisses the finding with it, Escape cancels. */
export function DismissForm({ finding, onClose }: DismissFormProps) {
  const { edit } = useEditor();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const { rule, target } = finding;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (words !== '')
      edit(t('Dismiss a finding'), [{ op: 'suppress', suppression: { rule, target, reason: words } }]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <form className={styles.form} aria-label={t('Dismiss')} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <input
        className={styles.field}
        aria-label={t('Reason')}
        placeholder={t('Why it does not apply, in one line')}
        autoComplete="off"
        value={reason}
        ref={focusWhenShown}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <span className={styles.buttons}>
        <Button type="submit" disabled={words === ''}>
          {t('Dismiss')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </span>
    </form>
  );
}

/** A constant function, so that it runs once: when the field appears. */
function focusWhenShown(field: HTMLInputElement | null): void {
  field?.focus();
}
