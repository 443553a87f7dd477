import { useId, useState } from 'react';
import { findingKey } from '../../../shared/rules/finding-key';
import type { Finding } from '../../../shared/rules/rule';
import { quickFixTitle } from '../../canvas/take-quick-fix';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Icon } from '../../ui/Icon';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { showPart } from '../show-part';
import { DismissForm } from './DismissForm';
import { EffectLines } from './EffectLines';
import { FindingAnswers } from './FindingAnswers';
import styles from './FindingItem.module.css';
import { FixButton } from './FixButton';
import { findingTone, fixWords, messageWords, severityIcon, severityWord } from './finding-words';
import { RuleReason } from './RuleReason';

interface FindingItemProps {
  readonly finding: Finding;
  /** Shows the name of its target, as a button: in lists of findings about many parts. */
  readonly withTarget?: boolean;
  /** Drawn as a box in the colour of its severity: the worst one, above the fields of its part. */
  readonly boxed?: boolean;
}

/** A finding: the message, what to do, its quick fix, the rationale, and a button that dismisses it. */
export function FindingItem({ finding, withTarget = false, boxed = false }: FindingItemProps) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const [opened, setOpened] = useState<'why' | 'dismiss' | null>(null);
  const belowId = useId();
  if (design === null) return null;
  const fixTitle = quickFixTitle(finding, design);
  const close = (): void => setOpened(null);
  return (
    <div
      className={styles.item}
      data-tone={findingTone(finding)}
      data-stage={finding.stage}
      data-boxed={boxed ? '' : undefined}
    >
      <span className={styles.icon} data-tip={severityWord(finding)}>
        <Icon name={severityIcon(finding)} size={16} />
      </span>
      <div className={styles.body}>
        <div className={styles.line}>
          <div className={styles.texts}>
            <p className={styles.message}>
              <SeverityWord finding={finding} boxed={boxed} />
              {withTarget && finding.target !== '*' ? (
                <button
                  type="button"
                  className={styles.target}
                  onClick={() => showPart(editor, finding.target)}
                >
                  {partName(design, finding.target)}
                </button>
              ) : null}
              <span className={styles.words}>{messageWords(finding, design)}</span>
            </p>
            <p className={styles.fix}>{fixWords(finding, design)}</p>
          </div>
          <Actions
            finding={finding}
            fixTitle={fixTitle}
            belowId={belowId}
            opened={opened}
            onOpen={(next) => setOpened(next === opened ? null : next)}
            boxed={boxed}
          />
        </div>
        {opened === null ? null : (
          <div id={belowId} className={styles.reason}>
            {opened === 'why' ? (
              <>
                {fixTitle === null ? null : <EffectLines finding={finding} title={fixTitle} />}
                <RuleReason rule={finding.rule} />
              </>
            ) : (
              <DismissForm finding={finding} onClose={close} />
            )}
          </div>
        )}
      </div>
    </div>
  );
}

interface SeverityWordProps {
  readonly finding: Finding;
  readonly boxed: boolean;
}

/** The severity: shown only for broken findings, since the others are under the heading of their stage. */
function SeverityWord({ finding, boxed }: SeverityWordProps) {
  const word = severityWord(finding);
  return boxed || finding.stage !== 'broken' ? (
    <span className="visually-hidden">{word}: </span>
  ) : (
    <span className={styles.severity}>{word}</span>
  );
}

interface ActionsProps {
  readonly finding: Finding;
  readonly fixTitle: string | null;
  readonly belowId: string;
  readonly opened: 'why' | 'dismiss' | null;
  readonly onOpen: (what: 'why' | 'dismiss') => void;
  readonly boxed: boolean;
}

/** The actions on a finding. A question is answered instead of dismissed. */
function Actions({ finding, fixTitle, belowId, opened, onOpen, boxed }: ActionsProps) {
  const { setView } = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const isQuestion = finding.stage === 'question';
  return (
    <div className={styles.actions}>
      {isQuestion ? <FindingAnswers rule={finding.rule} disabled={readOnly} /> : null}
      {fixTitle === null ? null : <FixButton finding={finding} title={fixTitle} />}
      <span className={styles.secondary}>
        <button
          type="button"
          className={styles.why}
          aria-expanded={opened === 'why'}
          aria-controls={belowId}
          onClick={() => onOpen('why')}
        >
          {t('Why')}
        </button>
        {boxed ? null : (
          <button
            type="button"
            className={styles.why}
            onClick={() => setView({ drawer: 'problems', openFinding: findingKey(finding) })}
          >
            {t('Details')}
          </button>
        )}
        {isQuestion || boxed ? null : (
          <button
            type="button"
            className={styles.why}
            aria-expanded={opened === 'dismiss'}
            aria-controls={belowId}
            disabled={readOnly}
            onClick={() => onOpen('dismiss')}
          >
            {t('Dismiss…')}
          </button>
        )}
      </span>
    </div>
  );
}
