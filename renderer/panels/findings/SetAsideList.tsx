import type { Design, Suppression } from '../../../shared/model/schema';
import type { Finding } from '../../../shared/rules/rule';
import { edit, useDocument } from '../../store/document';
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

/** What a person has set aside in this design, each with its reason and the way back. */
export function SetAsideList() {
  const design = useDocument((state) => state.design);
  const suppressions = design?.system.suppressions ?? none;
  if (design === null || suppressions.length === 0) return null;
  return (
    <ProblemSection title={t('Set aside')} count={suppressions.length} fold="folded">
      {suppressions.map((suppression) => (
        <li key={`${suppression.rule} ${suppression.target}`} className={styles.item}>
          <SetAsideItem suppression={suppression} design={design} />
        </li>
      ))}
    </ProblemSection>
  );
}

interface SetAsideItemProps {
  readonly suppression: Suppression;
  readonly design: Design;
}

function SetAsideItem({ suppression, design }: SetAsideItemProps) {
  const { rule, target, reason } = suppression;
  const readOnly = useDocument((state) => state.readOnly);
  const found = useReport((state) => state.suppressed.find((finding) => covers(suppression, finding)));
  return (
    <div className={styles.kept}>
      <div className={styles.keptWords}>
        <p>
          {target === '*' ? null : (
            <button type="button" className={styles.part} onClick={() => showPart(target)}>
              {partName(design, target)}
            </button>
          )}
          {found === undefined ? <RuleTitle rule={rule} /> : messageWords(found, design)}
        </p>
        <p className={styles.keptReason}>{reason ?? t('No reason was given.')}</p>
      </div>
      <Button
        variant="quiet"
        disabled={readOnly}
        onClick={() => edit(t('Bring a finding back'), [{ op: 'unsuppress', rule, target }])}
      >
        {t('Bring back')}
      </Button>
    </div>
  );
}

/** One for `*` covers what its rule finds anywhere. */
const covers = ({ rule, target }: Suppression, finding: Finding): boolean =>
  finding.rule === rule && (target === '*' || finding.target === target);
