import type { LoadLimits, TargetMiss } from '../../../../shared/analysis/load-limits';
import type { StationLimit } from '../../../../shared/analysis/station-limits';
import type { Design } from '../../../../shared/model/schema';
import { findLimits, stopFindingLimits, useLimitSearch } from '../../../engine/limit-search';
import { useDocument } from '../../../store/document';
import { useEditor } from '../../../store/editors';
import { Button } from '../../../ui/Button';
import { factorText } from '../../../words/figures';
import { partName } from '../../../words/part-names';
import { t } from '../../../words/t';
import { LoadButton } from './LoadButton';
import styles from './LoadTab.module.css';
import { type LimitRow, limitRows } from './limit-rows';
import { missWords } from './target-words';

/** Finds the load at which the first target is missed, and lists what is met as the load grows. */
export function LimitList() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const { found, progress, failed } = useLimitSearch((state) => state);
  if (design === null) return null;
  const isStale = found !== null && found.system !== design.system;
  return (
    <section className={styles.limits} aria-label={t('Limit')}>
      <div className={styles.actions}>
        {progress === null ? (
          <Button variant="primary" onClick={() => void findLimits(editor)}>
            {t('Find the limit')}
          </Button>
        ) : (
          <Button onClick={() => stopFindingLimits(editor)}>{t('Stop')}</Button>
        )}
        <span role="status" className={styles.note}>
          {progress !== null
            ? progress.of === 0
              ? t('Analysing loads…')
              : t('{done} of {count, plural, one {# target} other {# targets}}', {
                  done: progress.done,
                  count: progress.of,
                })
            : failed
              ? t('The search failed or took too long.')
              : isStale
                ? t('The design has changed since.')
                : ''}
        </span>
      </div>
      {found === null ? (
        <p className={styles.note}>
          {t('The load at which the first target is missed, and the order in which the rest follows.')}
        </p>
      ) : found.limits === null ? (
        <p className={styles.note}>{t('The design has no figures.')}</p>
      ) : (
        <div data-stale={isStale ? '' : undefined}>
          <Limits design={design} limits={found.limits} />
        </div>
      )}
    </section>
  );
}

function Limits({ design, limits }: { readonly design: Design; readonly limits: LoadLimits }) {
  const { always, rows } = limitRows(limits);
  const first = rows.find(({ kind }) => kind === 'miss');
  return (
    <>
      <p className={styles.first}>
        {first === undefined
          ? t('No other load up to {factor} misses a target.', { factor: factorText(limits.highestLoad) })
          : t('The first target is missed at {factor}', { factor: factorText(first.load) })}
      </p>
      <ol className={styles.rows}>
        {always.map((miss) => (
          <li key={`${miss.part} ${miss.metric}`} className={styles.row} data-kind="miss">
            <span className={styles.factor}>{t('any load')}</span>
            <Miss design={design} miss={miss} />
          </li>
        ))}
        {rows.map((row) => (
          <li
            key={keyOf(row)}
            className={styles.row}
            data-kind={row.kind}
            data-first={row === first ? '' : undefined}
          >
            <LoadButton load={row.load} />
            {row.kind === 'miss' ? (
              <Miss design={design} miss={row.miss} />
            ) : (
              <Saturation design={design} limit={row} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const keyOf = (row: LimitRow): string =>
  row.kind === 'miss' ? `${row.miss.part} ${row.miss.metric}` : `saturation ${row.node}`;

/** What a station runs out of, and the callee that its requests are held up by. */
function Saturation({ design, limit }: { readonly design: Design; readonly limit: StationLimit }) {
  return (
    <span>
      {saturationWords(limit.limitedBy, partName(design, limit.node))}
      {limit.heldUpBy === null ? null : <Cause name={partName(design, limit.heldUpBy)} />}
    </span>
  );
}

function saturationWords(by: StationLimit['limitedBy'], name: string): string {
  switch (by) {
    case 'work':
      return t('{name} saturates', { name });
    case 'places':
      return t('{name} has as many requests in progress as it can', { name });
    case 'bandwidth':
      return t('{name} saturates its network', { name });
    case 'connections':
      return t('{name} has as many client connections as it can', { name });
    case 'limit':
      return t('{name} is at its rate limit', { name });
  }
}

const Cause = ({ name }: { readonly name: string }) => (
  <span className={styles.cause}>{t('because of {name}', { name })}</span>
);

function Miss({ design, miss }: { readonly design: Design; readonly miss: TargetMiss }) {
  return (
    <span>
      {missWords(design, miss)}
      {miss.cause === null ? null : <Cause name={partName(design, miss.cause)} />}
    </span>
  );
}
