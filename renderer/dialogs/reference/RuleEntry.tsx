import type { Severity, Stage } from '../../../shared/rules/rule';
import { severityTitles } from '../../../shared/rules/titles';
import type { ListedRule } from '../../engine/protocol';
import { SourceWords } from '../../panels/SourceWords';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { Entry } from './Entry';
import styles from './ReferenceDialog.module.css';

const stageTexts: Readonly<Record<Stage, string>> = {
  broken: 'Shown at once.',
  unfinished: 'Shown as a hint while you draw.',
  review: 'Shown in Problems.',
  question: 'A question, shown once in Problems.',
};

const severityIcons = {
  error: 'circle-x',
  warning: 'triangle-alert',
  info: 'info',
} as const satisfies Readonly<Record<Severity, string>>;

interface RuleEntryProps {
  readonly rule: ListedRule;
  readonly isWanted: boolean;
}

/** One design rule: why it matters, when it is shown, whether it has a quick fix, where it comes from. */
export function RuleEntry({ rule, isWanted }: RuleEntryProps) {
  const { id, code, title, why, severity, stage, source, hasQuickFix } = rule;
  const summary = (
    <>
      <span className={styles.name} data-severity={severity}>
        <Icon name={severityIcons[severity]} size={14} />
        {t(title)}
      </span>
      <code className={styles.muted}>
        {code} {id}
      </code>
    </>
  );
  return (
    <Entry summary={summary} isWanted={isWanted}>
      {() => (
        <>
          <p>{t(why)}</p>
          <p className={styles.muted}>
            {t('Severity: {severity}.', { severity: t(severityTitles[severity]) })} {t(stageTexts[stage])}{' '}
            {hasQuickFix ? t('It has a quick fix.') : t('It has no quick fix.')}
          </p>
          <p className={styles.muted}>
            {t('Source:')} <SourceWords text={source.text} url={source.url} />
          </p>
        </>
      )}
    </Entry>
  );
}
