import type { Design } from '../../../shared/model/schema';
import type { Finding } from '../../../shared/rules/rule';
import { findingTone, messageWords, severityIcon } from '../../panels/findings/finding-words';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import sheet from '../sizing/SizeDialog.module.css';
import styles from './Compare.module.css';

interface FindingChangesProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  /** The design that has them. */
  readonly design: Design;
}

/** More than so many are counted. */
const mostListed = 20;

/** Findings that only one of two designs has. */
export function FindingChanges({ title, findings, design }: FindingChangesProps) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h3 className={sheet.title}>{title}</h3>
      <ul className={styles.findings}>
        {findings.slice(0, mostListed).map((finding) => (
          <li key={`${finding.rule} ${finding.target} ${finding.message}`} data-tone={findingTone(finding)}>
            <Icon name={severityIcon(finding)} size={14} />
            <span>{messageWords(finding, design)}</span>
          </li>
        ))}
      </ul>
      {findings.length <= mostListed ? null : (
        <p className={styles.nothing}>{t('{count} more', { count: findings.length - mostListed })}</p>
      )}
    </section>
  );
}
