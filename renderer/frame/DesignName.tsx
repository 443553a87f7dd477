import { useRef, useState } from 'react';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { t } from '../words/t';
import styles from './DesignName.module.css';

/** The design's name; a press turns it into a field. Enter or leaving takes it, Escape and an empty name do not. */
export function DesignName() {
  const { edit } = useEditor();
  const name = useDocument((state) => state.design?.name ?? '');
  const readOnly = useDocument((state) => state.readOnly);
  const [draft, setDraft] = useState<string | null>(null);
  const dropped = useRef(false);
  const finish = (text: string): void => {
    const trimmed = text.trim();
    if (!dropped.current && trimmed !== '' && trimmed !== name)
      edit(t('Rename design'), [{ op: 'rename-design', name: trimmed }]);
    setDraft(null);
  };
  if (draft === null)
    return (
      <h1 className={styles.heading}>
        <button
          type="button"
          className={styles.name}
          disabled={readOnly}
          data-tip={readOnly ? undefined : t('Rename')}
          onClick={() => {
            dropped.current = false;
            setDraft(name);
          }}
        >
          {name}
        </button>
      </h1>
    );
  return (
    <input
      className={styles.input}
      aria-label={t('Name of the design')}
      value={draft}
      size={Math.min(28, Math.max(8, draft.length + 1))}
      ref={(input) => {
        if (input !== null && document.activeElement !== input) {
          input.focus();
          input.select();
        }
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        dropped.current = true;
        event.currentTarget.blur();
      }}
    />
  );
}
