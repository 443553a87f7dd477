import { useEffect, useRef, useState } from 'react';
import { findingKey } from '../../../shared/rules/finding-key';
import type { Finding } from '../../../shared/rules/rule';
import { quickFixTitle } from '../../canvas/take-quick-fix';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { showPart } from '../show-part';
import { DismissForm } from './DismissForm';
import { EffectLines } from './EffectLines';
import { FindingAnswers } from './FindingAnswers';
import styles from './FindingPage.module.css';
import { FixButton } from './FixButton';
import { findingTone, fixWords, messageWords, severityIcon, severityWord } from './finding-words';
import { RuleExamples } from './RuleExamples';
import { RuleReason } from './RuleReason';
import { RuleTitle } from './RuleTitle';

/** The page of one finding: what is wrong, what to do, why, where that comes from, and the rule's examples. */
export function FindingPage({ id }: { readonly id: string }) {
  const { setView } = useEditor();
  const finding = useReport((state) => state.findings.find((one) => findingKey(one) === id));
  const back = useRef<HTMLButtonElement>(null);
  // The button that opened the page is gone: the keyboard goes on here.
  useEffect(() => back.current?.focus(), []);
  const close = (): void => setView({ openFinding: null });
  return (
    <article
      className={styles.page}
      data-tone={finding === undefined ? undefined : findingTone(finding)}
      aria-label={t('Finding')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.target instanceof HTMLInputElement) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <header className={styles.head}>
        <Button variant="quiet" icon="arrow-left" ref={back} onClick={close}>
          {t('All findings')}
        </Button>
        {finding === undefined ? null : (
          <span className={styles.rule}>
            <span className={styles.severity}>
              <Icon name={severityIcon(finding)} size={16} />
              {severityWord(finding)}
            </span>
            <RuleTitle rule={finding.rule} />
          </span>
        )}
      </header>
      {finding === undefined ? (
        <p className={styles.gone}>{t('This finding no longer applies to the design.')}</p>
      ) : (
        <div className={styles.columns}>
          <FindingDetails key={id} finding={finding} />
          <RuleExamples rule={finding.rule} />
        </div>
      )}
    </article>
  );
}

function FindingDetails({ finding }: { readonly finding: Finding }) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const fixTitle = quickFixTitle(finding, design);
  return (
    <div className={styles.details}>
      <h2 className={styles.message}>{messageWords(finding, design)}</h2>
      {finding.target === '*' ? null : (
        <p>
          <Button variant="quiet" onClick={() => showPart(editor, finding.target)}>
            {partName(design, finding.target)}
          </Button>
        </p>
      )}
      <h3>{t('What to do')}</h3>
      <p>{fixWords(finding, design)}</p>
      {fixTitle === null ? null : <EffectLines finding={finding} title={fixTitle} />}
      <PageActions finding={finding} fixTitle={fixTitle} />
      <h3>{t('Why')}</h3>
      <RuleReason rule={finding.rule} />
    </div>
  );
}

/** The quick fix, and the button that dismisses the finding; a question is answered instead. */
function PageActions({ finding, fixTitle }: { readonly finding: Finding; readonly fixTitle: string | null }) {
  const readOnly = useDocument((state) => state.readOnly);
  const [dismissing, setDismissing] = useState(false);
  const isQuestion = finding.stage === 'question';
  if (dismissing) return <DismissForm finding={finding} onClose={() => setDismissing(false)} />;
  return (
    <div className={styles.actions}>
      {fixTitle === null ? null : <FixButton finding={finding} title={fixTitle} />}
      {isQuestion ? (
        <FindingAnswers rule={finding.rule} disabled={readOnly} />
      ) : (
        <Button variant="quiet" disabled={readOnly} onClick={() => setDismissing(true)}>
          {t('Dismiss…')}
        </Button>
      )}
    </div>
  );
}
