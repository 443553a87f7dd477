import { groupPart } from '../../../shared/analysis/explanations/figure-names';
import { groupFigures } from '../../../shared/analysis/group-figures';
import type { Node } from '../../../shared/model/schema';
import { useReport } from '../../store/report';
import { t } from '../../words/t';
import { Figure, shareOf } from '../Figure';
import { KnownRow } from '../NumberRow';
import styles from './Inspector.module.css';
import numbers from './Numbers.module.css';

interface GroupNumbersProps {
  readonly id: string;
  readonly members: readonly Node[];
}

/** The figures of all that is in a group: sums, and the highest utilization. */
export function GroupNumbers({ id, members }: GroupNumbersProps) {
  const nodes = useReport((state) => state.nodes);
  const figures = members.flatMap((member) => nodes.get(member.id) ?? []);
  if (members.length === 0) return null;
  const { servers, storageBytes, monthlyCostUsd, utilization } = groupFigures(figures);
  const isSaturated = figures.some(({ saturated }) => saturated);
  const missed = figures.flatMap(({ targets }) => targets).filter(({ met }) => !met).length;
  const name = (metric: string) => ({ part: groupPart(id), metric });
  return (
    <section className={styles.section} data-figures="">
      <h3 className={styles.sectionTitle}>{t('Numbers')}</h3>
      <dl className={numbers.numbers}>
        <dt>{t('Components')}</dt>
        <dd>
          <Figure of={{ count: members.length }} />
        </dd>
        <KnownRow
          title={t('Highest utilization')}
          name={name('utilization')}
          of={shareOf(utilization)}
          broken={isSaturated}
        />
        {missed === 0 ? null : (
          <>
            <dt>{t('Targets missed')}</dt>
            <dd data-broken="">
              <Figure of={{ count: missed }} />
            </dd>
          </>
        )}
        <KnownRow
          title={t('Servers')}
          name={name('servers')}
          of={servers === null ? null : { count: servers }}
        />
        <KnownRow
          title={t('Storage')}
          name={name('storageBytes')}
          of={storageBytes === null || storageBytes === 0 ? null : { bytes: storageBytes }}
        />
        <KnownRow
          title={t('Monthly cost')}
          name={name('monthlyCostUsd')}
          of={monthlyCostUsd === null || monthlyCostUsd === 0 ? null : { usd: monthlyCostUsd }}
        />
      </dl>
    </section>
  );
}
