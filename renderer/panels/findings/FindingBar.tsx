import { useEditor } from '../../store/editors';
import { type FindingGrouping, findingGroupings, useView } from '../../store/view';
import { LensSearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import styles from './FindingBar.module.css';
import { FixAllButton } from './FixAllButton';
import { type Weight, weights } from './grouping';

interface FindingBarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly chosen: ReadonlySet<Weight>;
  readonly onToggle: (weight: Weight) => void;
  readonly counts: Readonly<Record<Weight, number>>;
  /** How many findings are shown, for screen readers. */
  readonly shown: number;
}

const isGrouping = (value: string): value is FindingGrouping =>
  findingGroupings.some((grouping) => grouping === value);

/** Search, filters by severity with their counts, and the grouping of the list of findings. */
export function FindingBar({ text, onText, chosen, onToggle, counts, shown }: FindingBarProps) {
  const { setView } = useEditor();
  const grouping = useView((state) => state.findingGrouping);
  return (
    <search className={styles.bar} aria-label={t('Filter findings')}>
      <LensSearchField
        label={t('Search findings')}
        value={text}
        onChange={onText}
        className={styles.search}
      />
      <fieldset className={styles.chips} aria-label={t('Only these severities')}>
        {weights.map((weight) => {
          const count = counts[weight];
          const isOn = chosen.has(weight);
          if (count === 0 && !isOn) return null;
          return (
            <button
              key={weight}
              type="button"
              className={styles.chip}
              aria-pressed={isOn}
              onClick={() => onToggle(weight)}
            >
              {weightTitle(weight)} <span className={styles.number}>{count}</span>
            </button>
          );
        })}
      </fieldset>
      <span className="visually-hidden" role="status">
        {t('{count, plural, one {# finding shown} other {# findings shown}}', { count: shown })}
      </span>
      <span className={styles.end}>
        <Select
          label={t('Group findings')}
          className={styles.grouping}
          value={grouping}
          options={findingGroupings.map((value) => ({ value, title: groupingTitle(value) }))}
          onChange={(value) => {
            if (isGrouping(value)) setView({ findingGrouping: value });
          }}
        />
        <FixAllButton />
      </span>
    </search>
  );
}

export function weightTitle(weight: Weight): string {
  switch (weight) {
    case 'error':
      return t('Errors');
    case 'warning':
      return t('Warnings');
    case 'unfinished':
      return t('Unfinished');
    case 'info':
      return t('Hints');
    case 'question':
      return t('Questions');
  }
}

function groupingTitle(grouping: FindingGrouping): string {
  switch (grouping) {
    case 'stage':
      return t('By stage');
    case 'severity':
      return t('By severity');
    case 'part':
      return t('By part');
    case 'rule':
      return t('By rule');
  }
}
