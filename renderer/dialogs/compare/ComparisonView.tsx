import type { Design } from '../../../shared/model/schema';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import sheet from '../sizing/SizeDialog.module.css';
import styles from './Compare.module.css';
import { type ComparedSide, FigureChanges } from './FigureChanges';
import { FindingChanges } from './FindingChanges';
import { PartChanges } from './PartChanges';
import type { ComparisonState } from './use-comparison';

interface ComparisonViewProps {
  readonly before: Design;
  readonly after: Design;
  readonly comparison: ComparisonState;
  /** Which of both is the open design, whose figures open how they came about. */
  readonly explained: ComparedSide;
  /** Some parts that a person asks about, whose figures stand; those of flows and the whole design always do. */
  readonly only?: ReadonlySet<string>;
}

/** Parts and findings beside figures: what became of one design in another. */
export function ComparisonView({ before, after, comparison, explained, only }: ComparisonViewProps) {
  if (comparison === null)
    return (
      <div className={sheet.progress} role="status">
        <progress className={sheet.bar} aria-label={t('Comparing')} />
        {t('Comparing…')}
      </div>
    );
  if (comparison === 'failed')
    return (
      <p className={sheet.progress}>{t('The comparison took too long or failed. Nothing has changed.')}</p>
    );
  const { parts, figures, otherFigures, raised, cleared } = comparison;
  const chosen = figures?.filter(
    ({ kind, part }) => only === undefined || kind === 'totals' || kind === 'flow' || only.has(part),
  );
  const nameOf = (id: string): string => {
    const name = partName(after, id);
    return name === id ? partName(before, id) : name;
  };
  return (
    <div className={styles.split}>
      <div className={styles.side}>
        <PartChanges parts={parts} before={before} after={after} />
        <FindingChanges
          title={t('New findings ({count})', { count: raised.length })}
          findings={raised}
          design={after}
        />
        <FindingChanges
          title={t('Findings that are gone ({count})', { count: cleared.length })}
          findings={cleared}
          design={before}
        />
      </div>
      <section className={styles.outcome} aria-label={t('Figures')}>
        {chosen === undefined ? (
          <p className={styles.nothing}>{t('One of both has no figures, so there are none to compare.')}</p>
        ) : (
          <FigureChanges
            figures={chosen}
            others={otherFigures + (figures?.length ?? 0) - chosen.length}
            nameOf={nameOf}
            explained={explained}
          />
        )}
      </section>
    </div>
  );
}
