import type { Design, Suppression } from '../../../shared/model/schema';
import type { Finding } from '../../../shared/rules/rule';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { Button } from '../../ui/Button';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { showPart } from '../show-part';
import { messageWords } from './finding-words';
import { ProblemSection } from './ProblemSection';
import styles from './Problems.module.css';
import { RuleTitle } from './RuleTitle';

const none: readonly Suppression[] = [];

/** The dismissed findings of this design, each with its reason and a button that restores it. */
export function DismissedList() {
  const design = useDocument((state) => state.design);
  const suppressions = design?.system.suppressions ?? none;
  if (design === null || suppressions.length === 0) return null;
  return (
    <ProblemSection title={t('Dismissed')} count={suppressions.length} fold="folded">
      {suppressions.map((suppression) => (
        <li key={`${suppression.rule} ${suppression.target}`} className={styles.item}>
          <DismissedItem suppression={suppression} design={design} />
        </li>
      ))}
    </ProblemSection>
  );
}

interface DismissedItemProps {
  readonly suppression: Suppression;
  readonly design: Design;
}

function DismissedItem({ suppression, design }: DismissedItemProps) {
  const editor = useEditor();
  const { edit } = editor;
  const { rule, target, reason } = suppression;
  const readOnly = useDocument((state) => state.readOnly);
  const found = useReport((state) => state.suppressed.find((finding) => covers(suppression, finding)));
  return (
    <div className={styles.kept}>
      <div className={styles.keptWords}>
        <p>
          {target === '*' ? null : (
            <button type="button" className={styles.part} onClick={() => showPart(editor, target)}>
              {partName(design, target)}
            </button>
          )}
          {found === undefined ? <RuleTitle rule={rule} /> : messageWords(found, design)}
        </p>
        <p className={styles.keptReason}>{reason ?? t('No reason given.')}</p>
      </div>
      <Button
        variant="quiet"
        disabled={readOnly}
        onClick={() => edit(t('Restore a finding'), [{ op: 'unsuppress', rule, target }])}
      >
        {t('Restore')}
      </Button>
    </div>
  );
}

/** A suppression of `*` covers every finding of its rule. */
const covers = ({ rule, target }: Suppression, finding: Finding): boolean =>
  finding.rule === rule && (target === '*' || finding.target === target);
