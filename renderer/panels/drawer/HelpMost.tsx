import { useState } from 'react';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import {
  type ImprovedMeasure,
  type Improvement,
  type Improvements,
  improvedMeasures,
  type MeasuredFigures,
} from '../../../shared/analysis/improvements/improvements';
import { fixChanges } from '../../../shared/edits/take-fix';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { availabilityText, exactText, msText, shareText, usdText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { rich } from '../../words/rich';
import { t, wordsOf } from '../../words/t';
import { ExplainedText } from '../Figure';
import styles from './HelpMost.module.css';
import { useImprovements } from './use-improvements';

function measureTitle(measure: ImprovedMeasure): string {
  switch (measure) {
    case 'p99Ms':
      return 'p99';
    case 'availability':
      return t('availability');
    case 'monthlyCostUsd':
      return t('cost a month');
  }
}

function measuredText(measure: ImprovedMeasure, figures: MeasuredFigures): string {
  const value = figures[measure];
  if (value === null) return measure === 'p99Ms' ? t('unbounded') : '–';
  if (measure === 'p99Ms') return msText(value);
  return measure === 'availability' ? availabilityText(value) : usdText(value);
}

/** The figure of the design as it is that a measure is of. */
const measuredName = (measure: ImprovedMeasure, flow: string): FigureName => ({
  part: measure === 'monthlyCostUsd' ? 'totals' : flow,
  metric: measure,
});

function exactMeasure(measure: ImprovedMeasure, figures: MeasuredFigures): string | undefined {
  const value = figures[measure];
  if (value === null) return undefined;
  if (measure === 'p99Ms') return exactText({ ms: value });
  return exactText(measure === 'availability' ? { availability: value } : { usd: value });
}

/** By how much p99 or cost falls, as a share: what rounding hides. */
function gainText(measure: ImprovedMeasure, before: MeasuredFigures, after: MeasuredFigures): string {
  const [old, now] = [before[measure], after[measure]];
  if (measure === 'availability' || old === null || now === null || old <= 0) return '';
  return t('(−{share})', { share: shareText(1 - now / old) });
}

/** The three changes that improve a flow most in the chosen measure, searched on demand. */
export function HelpMost({ flow }: { readonly flow: string }) {
  const [measure, setMeasure] = useState<ImprovedMeasure>('p99Ms');
  const { search, start, stop } = useImprovements(flow);
  const choose = (value: string): void => {
    const next = improvedMeasures.find((one) => one === value);
    if (next !== undefined) setMeasure(next);
  };
  return (
    <section className={styles.help} aria-label={t('What would help most')}>
      <header className={styles.head}>
        <h2>{t('What would help most')}</h2>
        <Select
          label={t('Improve')}
          value={measure}
          options={improvedMeasures.map((one) => ({ value: one, title: measureTitle(one) }))}
          onChange={choose}
        />
        {search?.state === 'running' ? (
          <Button onClick={stop}>{t('Stop')}</Button>
        ) : (
          <Button icon="search" onClick={start}>
            {search === null ? t('Search') : t('Search again')}
          </Button>
        )}
      </header>
      {search === null ? (
        <p className={styles.note}>
          {t(
            'Tries single changes on the path of this flow, such as twice the replicas, copies in several zones, a cache or a CDN, and computes the figures with each.',
          )}
        </p>
      ) : null}
      {search?.state === 'running' ? <Progress {...search.progress} /> : null}
      {search?.state === 'failed' ? (
        <p className={styles.note} role="alert">
          {t('The search did not end. The design may be too large for it.')}
        </p>
      ) : null}
      {search?.state === 'done' ? (
        <Best flow={flow} improvements={search.improvements} measure={measure} />
      ) : null}
    </section>
  );
}

function Progress({ tried, total }: { readonly tried: number; readonly total: number }) {
  return (
    <p className={styles.note}>
      <progress
        className={styles.progress}
        aria-label={t('Changes tried')}
        value={tried}
        max={Math.max(1, total)}
      />
      {t('{tried} of {total} changes tried', { tried, total })}
    </p>
  );
}

interface BestProps {
  readonly flow: string;
  readonly improvements: Improvements;
  readonly measure: ImprovedMeasure;
}

function Best({ flow, improvements, measure }: BestProps) {
  const { tried, total, best } = improvements;
  const found = best[measure];
  return (
    <div aria-live="polite">
      {found.length === 0 ? (
        <p className={styles.note}>
          {t(
            'Nothing that was tried improves it without missing a target or exceeding a planned limit: neither sizes, zones and hit rates nor a cache, a CDN or what a finding proposes.',
          )}
        </p>
      ) : (
        <ol className={styles.list}>
          {found.map((one) => (
            <ImprovementLine
              key={JSON.stringify(one.changes)}
              flow={flow}
              improvement={one}
              measure={measure}
            />
          ))}
        </ol>
      )}
      <p className={styles.note}>
        {tried < total
          ? t('{tried} of {total} changes were tried within the time limit.', { tried, total })
          : t('{total, plural, one {# change was} other {# changes were}} tried.', { total })}
      </p>
    </div>
  );
}

interface ImprovementLineProps {
  readonly flow: string;
  readonly improvement: Improvement;
  readonly measure: ImprovedMeasure;
}

function ImprovementLine({ flow, improvement, measure }: ImprovementLineProps) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  if (design === null) return null;
  const { title, changes, before, after } = improvement;
  const words = wordsOf(title, (id) => partName(design, id));
  const shown = improvedMeasures.filter(
    (one) => one === measure || measuredText(one, before) !== measuredText(one, after),
  );
  return (
    <li className={styles.item}>
      <span className={styles.title}>{words}</span>
      <Button
        disabled={readOnly}
        aria-label={t('Apply {change}', { change: words })}
        onClick={() => editor.edit(words, fixChanges(design, changes))}
      >
        {t('Apply')}
      </Button>
      <span className={styles.figures}>
        {shown.map((one) => (
          <span key={one} data-chosen={one === measure ? '' : undefined}>
            {rich('{measure} {before} → {after}', {
              measure: measureTitle(one),
              before: (
                <ExplainedText name={measuredName(one, flow)} tip={exactMeasure(one, before)}>
                  {measuredText(one, before)}
                </ExplainedText>
              ),
              after: <span data-tip={exactMeasure(one, after)}>{measuredText(one, after)}</span>,
            })}
            {one === measure ? ` ${gainText(one, before, after)}` : ''}
          </span>
        ))}
      </span>
    </li>
  );
}
