import type { Problem } from '../../../shared/practice/problem';
import { t } from '../../words/t';
import type { PartProps } from './InterviewParts';
import styles from './MakeProblemDialog.module.css';
import { TextRow } from './TextRow';

/** What the problem is called, what the interviewer says at the beginning, and what of the design is asked for. */
export function Task({ problem, onChange }: PartProps) {
  return (
    <>
      <TextRow label={t('Title')} value={problem.title} onWrite={(title) => onChange({ title })} />
      <TextRow label={t('Summary')} value={problem.summary} onWrite={(summary) => onChange({ summary })} />
      <TextRow
        label={t('Task')}
        lines
        value={problem.prompt.text}
        onWrite={(text) => onChange({ prompt: { text } })}
      />
      <Contents problem={problem} />
    </>
  );
}

/** What of the design the problem asks for. */
function Contents({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <p className={styles.muted}>{t('The design is the reference. Of it are taken:')}</p>
      <ul className={styles.contents}>
        <li>{t('{count, plural, one {# flow} other {# flows}}', { count: problem.flows.length })}</li>
        <li>
          {t(
            '{count, plural, one {# requirement that is measured} other {# requirements that are measured}}',
            {
              count: problem.nonFunctional.length,
            },
          )}
        </li>
        <li>
          {t('{count, plural, one {# estimate} other {# estimates}}', { count: problem.estimates.length })}
        </li>
        <li>
          {t('{count, plural, one {# kind of component} other {# kinds of components}}', {
            count: problem.roles.length,
          })}
        </li>
        <li>
          {t('{count, plural, one {# API or entity} other {# APIs and entities}}', {
            count: problem.apis.length + problem.entities.length,
          })}
        </li>
      </ul>
    </>
  );
}
