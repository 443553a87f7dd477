import { useState } from 'react';
import type { Design } from '../../../shared/model/schema';
import { findingKey } from '../../../shared/rules/finding-key';
import { titleOf } from '../../../shared/rules/finding-text';
import type { SafeFix, SafeFixes } from '../../../shared/rules/safe-fixes';
import { takeSafeFixes } from '../../canvas/take-safe-fixes';
import { effectLines } from '../../panels/findings/effect-words';
import { messageWords } from '../../panels/findings/finding-words';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { language } from '../../words/language';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import styles from './FixAllDialog.module.css';
import { refusalWords } from './refusal-words';
import { useSafeFixes } from './use-safe-fixes';

const none: ReadonlySet<string> = new Set();

/** The quick fixes that are safe together, each with a check box and its figures, and why others are left out; taken in one step. */
export function FixAllDialog() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const [declined, setDeclined] = useState(none);
  const { safe, state } = useSafeFixes(declined);
  const close = (): void => editor.setView({ dialog: null });
  const toggle = (key: string): void => {
    const next = new Set(declined);
    if (!next.delete(key)) next.add(key);
    setDeclined(next);
  };
  const count = safe?.fixes.filter(({ finding }) => !declined.has(findingKey(finding))).length ?? 0;
  const accept = (): void => {
    if (safe === null) return;
    close();
    takeSafeFixes(editor, safe);
  };
  return (
    <Dialog
      title={t('Fix all that are safe')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('Cancel')}</Button>
          <Button variant="primary" disabled={state !== 'current' || count === 0} onClick={accept}>
            {t('{count, plural, one {Apply # fix} other {Apply # fixes}}', { count })}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        {t(
          'A fix is safe if it raises no new finding and no target that is met is missed. All are one undo step.',
        )}
      </p>
      <p className={styles.status} role="status">
        {statusWords(state, safe)}
      </p>
      {safe === null || design === null ? null : (
        <div className={styles.content} aria-busy={state === 'computing'}>
          <Total safe={safe} design={design} />
          <ul className={styles.list} aria-label={t('Safe fixes')}>
            {safe.fixes.map((fix) => (
              <FixRow
                key={findingKey(fix.finding)}
                fix={fix}
                design={design}
                isChosen={!declined.has(findingKey(fix.finding))}
                onToggle={() => toggle(findingKey(fix.finding))}
              />
            ))}
          </ul>
          <LeftOut safe={safe} design={design} />
        </div>
      )}
    </Dialog>
  );
}

function statusWords(state: 'computing' | 'current' | 'failed', safe: SafeFixes | null): string {
  if (state === 'computing') return t('Trying each fix…');
  if (state === 'failed' || safe === null)
    return t('The fixes could not be tried: the analysis took too long or failed.');
  return safe.fixes.length === 0 ? t('No quick fix is safe on its own. Apply them one by one.') : '';
}

interface InDesign {
  readonly design: Design;
}

/** What all chosen fixes do to the figures together. */
function Total({ safe, design }: InDesign & { readonly safe: SafeFixes }) {
  const lines = effectLines(safe.figures, '*', (id) => partName(design, id));
  if (lines.length === 0) return null;
  return (
    <p className={styles.total} data-figures="">
      <span className={styles.muted}>{t('All together:')}</span>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  );
}

interface FixRowProps extends InDesign {
  readonly fix: SafeFix;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function FixRow({ fix: { finding, quickFix, figures }, design, isChosen, onToggle }: FixRowProps) {
  const nameOf = (id: string): string => partName(design, id);
  const lines = isChosen ? effectLines(figures, finding.target, nameOf) : [];
  return (
    <li className={styles.row}>
      <label className={styles.choice}>
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span className={styles.texts}>
          <span className={styles.title}>
            {titleOf(quickFix, nameOf, language())}
            {finding.target === '*' ? null : <span className={styles.part}>{nameOf(finding.target)}</span>}
          </span>
          <span className={styles.muted}>{messageWords(finding, design)}</span>
          {lines.length === 0 ? null : (
            <span className={styles.figures} data-figures="">
              {lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
          )}
        </span>
      </label>
    </li>
  );
}

/** The quick fixes that are not safe, each with its reason. */
function LeftOut({ safe: { left }, design }: InDesign & { readonly safe: SafeFixes }) {
  if (left.length === 0) return null;
  return (
    <details className={styles.left}>
      <summary>
        {t('{count, plural, one {# fix is left out} other {# fixes are left out}}', { count: left.length })}
      </summary>
      <ul>
        {left.map(({ finding, refusal }) => (
          <li key={findingKey(finding)} className={styles.leftRow}>
            <span>{messageWords(finding, design)}</span>
            <span className={styles.muted}>{refusalWords(refusal, design)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
