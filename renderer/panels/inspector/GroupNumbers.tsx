import type { Node } from '../../../shared/model/schema';
import { useReport } from '../../store/report';
import { t } from '../../words/t';
import { Figure, shareOf } from '../Figure';
import styles from './Inspector.module.css';
import numbers from './Numbers.module.css';

const sum = (values: readonly (number | null)[]): number | null =>
  values.some((value) => value !== null)
    ? values.reduce<number>((total, value) => total + (value ?? 0), 0)
    : null;

/** The figures of all that stands in a group: sums, and the highest utilization. */
export function GroupNumbers({ members }: { readonly members: readonly Node[] }) {
  const nodes = useReport((state) => state.nodes);
  const figures = members.flatMap(({ id }) => nodes.get(id) ?? []);
  if (members.length === 0) return null;
  const servers = sum(figures.map((of) => of.servers));
  const cost = sum(figures.map((of) => of.monthlyCostUsd));
  const stored = sum(figures.map((of) => of.storageBytes));
  const used = figures.flatMap(({ utilization }) => utilization ?? []);
  const isSaturated = figures.some(({ saturated }) => saturated);
  const missed = figures.flatMap(({ targets }) => targets).filter(({ met }) => !met).length;
  return (
    <section className={styles.section} data-figures="">
      <h3 className={styles.sectionTitle}>{t('Numbers')}</h3>
      <dl className={numbers.numbers}>
        <dt>{t('Components')}</dt>
        <dd>
          <Figure of={{ count: members.length }} />
        </dd>
        {used.length === 0 ? null : (
          <>
            <dt>{t('Highest utilization')}</dt>
            <dd data-broken={isSaturated ? '' : undefined}>
              <Figure of={shareOf(Math.max(...used))} />
            </dd>
          </>
        )}
        {missed === 0 ? null : (
          <>
            <dt>{t('Targets missed')}</dt>
            <dd data-broken="">
              <Figure of={{ count: missed }} />
            </dd>
          </>
        )}
        {servers === null ? null : (
          <>
            <dt>{t('Servers')}</dt>
            <dd>
              <Figure of={{ count: servers }} />
            </dd>
          </>
        )}
        {stored === null || stored === 0 ? null : (
          <>
            <dt>{t('Storage')}</dt>
            <dd>
              <Figure of={{ bytes: stored }} />
            </dd>
          </>
        )}
        {cost === null || cost === 0 ? null : (
          <>
            <dt>{t('Monthly cost')}</dt>
            <dd>
              <Figure of={{ usd: cost }} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
