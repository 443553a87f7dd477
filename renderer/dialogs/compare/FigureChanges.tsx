import type { FigureChange } from '../../../shared/analysis/compare';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import { betterOf, relativeChange } from '../../../shared/analysis/main-figures';
import { layerTitles } from '../../../shared/diagram/palette';
import { metricText, metricTitle } from '../../../shared/formats/report/metric-words';
import { formatNumber, noFigure } from '../../../shared/math/format';
import { own } from '../../../shared/model/own';
import { ExplainedText } from '../../panels/Figure';
import { percentText } from '../../words/figures';
import { language } from '../../words/language';
import { t } from '../../words/t';
import sheet from '../sizing/SizeDialog.module.css';
import styles from './Compare.module.css';

interface FigureChangesProps {
  readonly figures: readonly FigureChange[];
  /** How many figures differ that are not listed. */
  readonly others: number;
  readonly nameOf: (id: string) => string;
  /** Which of both is the open design, whose figures open how they came about. */
  readonly explained: ComparedSide;
}

export type ComparedSide = 'before' | 'after';

/** More rows than a person reads. */
const mostRows = 240;

/** What became of each figure, part by part: before, after and by how much; better green, worse red. */
export function FigureChanges({ figures, others, nameOf, explained }: FigureChangesProps) {
  const shown = figures.filter(isSeen).slice(0, mostRows);
  const rest = figures.length - shown.length + others;
  if (shown.length === 0) return <p className={styles.nothing}>{t('No main figure differs.')}</p>;
  const parts = [...new Set(shown.map(partKey))];
  return (
    <>
      <table className={`${sheet.table} ${styles.figures}`}>
        <thead>
          <tr>
            <th scope="col">{t('Figure')}</th>
            <th scope="col" className={sheet.number}>
              {t('Before')}
            </th>
            <th scope="col" className={sheet.number}>
              {t('After')}
            </th>
            <th scope="col" className={sheet.number}>
              {t('Change')}
            </th>
          </tr>
        </thead>
        {parts.map((part) => {
          const rows = shown.filter((change) => partKey(change) === part);
          const [first] = rows;
          return first === undefined ? null : (
            <tbody key={part}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={4}>
                  {partTitle(first, nameOf)}
                </th>
              </tr>
              {rows.map((change) => (
                <FigureRow key={change.metric} change={change} explained={explained} />
              ))}
            </tbody>
          );
        })}
      </table>
      {rest === 0 ? null : (
        <p className={styles.nothing}>
          {t('{count, plural, one {# more figure differs} other {# more figures differ}} in detail.', {
            count: rest,
          })}
        </p>
      )}
    </>
  );
}

const partKey = ({ kind, part }: FigureChange): string => `${kind} ${part}`;

function partTitle({ kind, part }: FigureChange, nameOf: (id: string) => string): string {
  if (kind === 'totals') return t('Whole design');
  if (kind !== 'layer') return nameOf(part);
  return t('{layer} layer', { layer: t(own(layerTitles, part as keyof typeof layerTitles) ?? part) });
}

function text(metric: string, value: number | null): string {
  if (value !== null) return metricText(metric, value, language());
  return metric.endsWith('Ms') ? t('unbounded or none') : noFigure;
}

/** A change that does not show once both are written says nothing. */
const isSeen = ({ metric, before, after }: FigureChange): boolean =>
  text(metric, before) !== text(metric, after);

interface FigureRowProps {
  readonly change: FigureChange;
  readonly explained: ComparedSide;
}

function FigureRow({ change, explained }: FigureRowProps) {
  const { kind, part, metric, before, after } = change;
  // A layer's name is its own even where a part is called as it is.
  const name = { part: kind === 'layer' ? `layer:${part}` : part, metric };
  const nameOn = (side: ComparedSide): FigureName | undefined => (side === explained ? name : undefined);
  const tone = toneOf(change);
  return (
    <tr>
      <td>{t(metricTitle(metric))}</td>
      <Value name={nameOn('before')} metric={metric} value={before} />
      <Value name={nameOn('after')} metric={metric} value={after} tone={tone} />
      <td className={sheet.number} data-tone={tone}>
        {byWords(change)}
        {tone === undefined ? null : (
          <span className="visually-hidden">{tone === 'better' ? t('better') : t('worse')}</span>
        )}
      </td>
    </tr>
  );
}

interface ValueProps {
  readonly name: FigureName | undefined;
  readonly metric: string;
  readonly value: number | null;
  readonly tone?: 'better' | 'worse' | undefined;
}

function Value({ name, metric, value, tone }: ValueProps) {
  const exact = value === null ? undefined : formatNumber(value, language().numbers);
  return (
    <td className={sheet.number} data-tone={tone} data-tip={name === undefined ? exact : undefined}>
      {name === undefined || value === null ? (
        text(metric, value)
      ) : (
        <ExplainedText name={name} tip={exact}>
          {text(metric, value)}
        </ExplainedText>
      )}
    </td>
  );
}

function byWords(change: FigureChange): string {
  const share = relativeChange(change);
  if (share === null || Math.abs(share) < 0.0005) return '';
  const by = percentText(Math.abs(share));
  return share < 0 ? t('−{share}', { share: by }) : t('+{share}', { share: by });
}

function toneOf({ metric, before, after }: FigureChange): 'better' | 'worse' | undefined {
  const better = betterOf(metric);
  if (before === null || after === null || better === null) return undefined;
  return after > before === (better === 'more') ? 'better' : 'worse';
}
