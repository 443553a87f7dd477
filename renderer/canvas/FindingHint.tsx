import { partNames, titleOf } from '../../shared/rules/finding-text';
import type { Finding } from '../../shared/rules/rule';
import { t } from '../i18n/t';
import { currentDesign, edit } from '../store/document';
import { resolvedOf } from '../store/report';
import { useDetail } from './detail';
import styles from './FindingHint.module.css';
import { inWords, useUnfinished } from './findings';
import { useReadOnly } from './parts';
import { placed } from './placed';
import { selectAdded } from './select-added';

/** What is not finished yet, in as few words as a hint takes; others say their whole message. */
const hints: Readonly<Record<string, string>> = {
  'no-consumer': 'No consumer yet',
  'orphan-component': 'Nothing calls it yet',
  'no-traffic-source': 'No traffic yet',
  'idle-load-balancer': 'One server behind it',
  'miss-without-lookup': 'The cache is not asked yet',
};

function mend(finding: Finding): void {
  const design = currentDesign();
  if (finding.quickFix === undefined || design === null) return;
  edit(
    titleOf(finding.quickFix, partNames(resolvedOf(design).design)),
    placed(design, finding.quickFix.changes),
  );
  selectAdded(finding.quickFix.changes);
}

/** Below the card, in grey: what is still missing, with the mend beside it. */
export function FindingHint({ id }: { readonly id: string }) {
  const finding = useUnfinished(id);
  const detail = useDetail();
  const readOnly = useReadOnly();
  if (finding === null || detail === 'tile' || detail === 'dot') return null;
  const design = currentDesign();
  const hint = hints[finding.rule];
  const title =
    finding.quickFix === undefined || design === null
      ? null
      : titleOf(finding.quickFix, partNames(resolvedOf(design).design));
  return (
    <span className={`nodrag nopan ${styles.hint}`}>
      <span data-tip={inWords(finding)}>{hint === undefined ? inWords(finding) : t(hint)}</span>
      {title === null || readOnly ? null : (
        <>
          <span aria-hidden="true">·</span>
          <button
            type="button"
            className={styles.mend}
            onClick={(event) => {
              event.stopPropagation();
              mend(finding);
            }}
          >
            {title}
          </button>
        </>
      )}
    </span>
  );
}
