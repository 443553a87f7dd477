import { useEffect, useState } from 'react';
import { dismissToast, type Toast, useWorkspace } from '../store/workspace';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './Toasts.module.css';

const plainForMs = 5_000;
const withActionForMs = 12_000;

/** The messages at the foot of the window. Errors stay until they are dismissed; nothing goes while it is pointed at. */
export function Toasts() {
  const toasts = useWorkspace((state) => state.toasts);
  const [held, setHeld] = useState(false);
  return (
    <section
      className={styles.toasts}
      aria-label={t('Messages')}
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} held={held} />
      ))}
    </section>
  );
}

function ToastLine({ toast, held }: { readonly toast: Toast; readonly held: boolean }) {
  const { id, tone, action } = toast;
  const isError = tone === 'error';
  const hasAction = action !== undefined;
  useEffect(() => {
    if (held || isError) return;
    const timer = setTimeout(() => dismissToast(id), hasAction ? withActionForMs : plainForMs);
    return () => clearTimeout(timer);
  }, [held, isError, hasAction, id]);
  return (
    <div className={styles.toast} data-tone={tone} role={isError ? 'alert' : undefined}>
      {isError ? <Icon name="circle-alert" size={16} label={t('Error')} /> : null}
      <span className={styles.text}>{toast.text}</span>
      {action === undefined ? null : (
        <Button
          onClick={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button variant="quiet" icon="x" aria-label={t('Dismiss')} onClick={() => dismissToast(id)} />
    </div>
  );
}
