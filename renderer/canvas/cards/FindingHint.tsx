import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { useDetail } from '../detail';
import { inWords, useUnfinished } from '../findings';
import { useReadOnly } from '../parts';
import { selectAdded } from '../select-added';
import { quickFixTitle, takeQuickFix } from '../take-quick-fix';
import styles from './FindingHint.module.css';

/** What is not finished yet, in as few words as a hint takes; others say their whole message. */
const hints: Readonly<Record<string, string>> = {
  'no-consumer': 'No consumer yet',
  'orphan-component': 'Nothing calls it yet',
  'no-traffic-source': 'No traffic yet',
  'idle-load-balancer': 'One server behind it',
  'miss-without-lookup': 'The cache is not read yet',
};

/** Below the card, in grey: what is still missing, with its quick fix. */
export function FindingHint({ id }: { readonly id: string }) {
  const editor = useEditor();
  const finding = useUnfinished(id);
  const detail = useDetail();
  const readOnly = useReadOnly();
  if (finding === null || detail === 'tile' || detail === 'dot') return null;
  const design = editor.design();
  const hint = hints[finding.rule];
  const title = design === null ? null : quickFixTitle(finding, design);
  return (
    <span className={`nodrag nopan ${styles.hint}`} data-hint="">
      <span data-tip={inWords(editor, finding)}>
        {hint === undefined ? inWords(editor, finding) : t(hint)}
      </span>
      {title === null || readOnly ? null : (
        <>
          <span aria-hidden="true">·</span>
          <button
            type="button"
            className={styles.fix}
            onClick={(event) => {
              event.stopPropagation();
              const now = editor.design();
              if (now === null) return;
              takeQuickFix(editor, finding, now);
              selectAdded(editor, finding.quickFix?.changes ?? []);
            }}
          >
            {title}
          </button>
        </>
      )}
    </span>
  );
}
