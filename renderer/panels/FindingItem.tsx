import { lazy, Suspense, useId, useState } from 'react';
import type { Finding } from '../../shared/rules/rule';
import { quickFixTitle, takeQuickFix } from '../canvas/take-quick-fix';
import { t } from '../i18n/t';
import { edit, useDocument } from '../store/document';
import { Icon } from '../ui/Icon';
import styles from './FindingItem.module.css';
import { findingTone, fixWords, messageWords, severityIcon, severityWord } from './finding-words';
import { partName } from './part-names';
import { showPart } from './show-part';

const RuleReason = lazy(() => import('./RuleReason').then((module) => ({ default: module.RuleReason })));

interface FindingItemProps {
  readonly finding: Finding;
  /** Names its target, as a button that shows it: in lists of findings about many parts. */
  readonly withTarget?: boolean;
  /** Drawn as a box in the colour of its severity: the worst one, above the fields of its part. */
  readonly boxed?: boolean;
}

/** A finding: what, what to do, the mend to take, and why it is asked. */
export function FindingItem({ finding, withTarget = false, boxed = false }: FindingItemProps) {
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  const [why, setWhy] = useState(false);
  const whyId = useId();
  if (design === null) return null;
  const fixTitle = quickFixTitle(finding, design);
  return (
    <div className={styles.item} data-tone={findingTone(finding)} data-boxed={boxed ? '' : undefined}>
      <span className={styles.icon} data-tip={severityWord(finding)}>
        <Icon name={severityIcon(finding)} size={16} />
      </span>
      <div className={styles.body}>
        <p className={styles.message}>
          {boxed ? (
            <span className="visually-hidden">{severityWord(finding)}: </span>
          ) : (
            <span className={styles.severity}>{severityWord(finding)}</span>
          )}
          {withTarget ? (
            <button type="button" className={styles.target} onClick={() => showPart(finding.target)}>
              {partName(design, finding.target)}
            </button>
          ) : null}
          <span className={styles.words}>{messageWords(finding, design)}</span>
        </p>
        <p className={styles.fix}>{fixWords(finding, design)}</p>
        <div className={styles.actions}>
          {finding.stage === 'question' ? <Answers rule={finding.rule} disabled={readOnly} /> : null}
          {fixTitle === null ? null : (
            <button
              type="button"
              className={styles.mend}
              disabled={readOnly}
              onClick={() => takeQuickFix(finding, design)}
            >
              {fixTitle}
            </button>
          )}
          <button
            type="button"
            className={styles.why}
            aria-expanded={why}
            aria-controls={whyId}
            onClick={() => setWhy(!why)}
          >
            {t('Why')}
          </button>
        </div>
        {why ? (
          <div id={whyId} className={styles.reason}>
            <Suspense>
              <RuleReason rule={finding.rule} />
            </Suspense>
          </div>
        ) : null}
      </div>
    </div>
  );
}

const answers = ['yes', 'no', 'n/a'] as const;

/** The three answers to a question; each is kept in the design, and Undo takes it back. */
function Answers({ rule, disabled }: { readonly rule: string; readonly disabled: boolean }) {
  const titles = { yes: t('Yes'), no: t('No'), 'n/a': t('Not relevant') };
  return answers.map((answer) => (
    <button
      key={answer}
      type="button"
      className={styles.mend}
      disabled={disabled}
      onClick={() => edit(t('Answer a question'), [{ op: 'answer', practice: rule, answer }])}
    >
      {titles[answer]}
    </button>
  ));
}
