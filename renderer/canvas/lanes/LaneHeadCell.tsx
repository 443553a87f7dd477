import type { LaneHead } from '../../../shared/diagram/lane-figures';
import { useEditor } from '../../store/editors';
import { Icon } from '../../ui/Icon';
import { UtilizationBar } from '../../ui/UtilizationBar';
import { listed, t } from '../../words/t';
import styles from './LaneHeadCell.module.css';

/** The rollup of a layer over its lane; a press opens the layers in full. */
export function LaneHeadCell({ head }: { readonly head: LaneHead }) {
  const { setView } = useEditor();
  const { title, offered, capacity, utilization, load, state } = head;
  return (
    <button
      type="button"
      className={styles.head}
      data-layer={head.id}
      aria-label={spokenOf(head)}
      data-tip={spokenOf(head)}
      onClick={() => setView({ drawer: 'layers' })}
    >
      <span className={styles.title}>{title}</span>
      {utilization === null ? null : (
        <span className={styles.use}>
          <Bar head={head} utilization={utilization} />
          <span className={styles.load} data-state={state}>
            {load}
          </span>
        </span>
      )}
      {offered === null ? null : (
        <span className={styles.figures}>
          {capacity === null ? (
            <b>{offered.full}</b>
          ) : (
            <span>
              <b>{offered.short}</b>{' '}
              <span className={styles.capacity}>{t('of {capacity}', { capacity: capacity.short })}</span>
            </span>
          )}
          <Latency head={head} />
        </span>
      )}
    </button>
  );
}

/** How full the busiest node of the layer is, with a tick at its planned limit. */
function Bar({ head, utilization }: { readonly head: LaneHead; readonly utilization: number }) {
  return (
    <UtilizationBar utilization={utilization} limit={head.limit} state={head.state} className={styles.bar} />
  );
}

function Latency({ head: { p99, async: isAsync, budget } }: { readonly head: LaneHead }) {
  if (isAsync) return <span className={styles.latency}>{t('async')}</span>;
  if (p99 === null) return null;
  const isMissed = budget?.met === false;
  return (
    <span className={styles.latency} data-missed={isMissed ? '' : undefined}>
      {isMissed ? <Icon name="circle-alert" size={12} /> : null}
      <b>{p99}</b> <span className={styles.metric}>p99</span>
      {budget === null ? null : <span className={styles.budget}> {budget.text}</span>}
    </span>
  );
}

function spokenOf({ title, offered, capacity, load, p99, async: isAsync, budget }: LaneHead): string {
  return listed(
    [
      t('{layer} lane', { layer: title }),
      offered === null ? '' : t('{rate} offered', { rate: offered.full }),
      capacity === null ? '' : t('capacity {rate}', { rate: capacity.full }),
      load === null ? '' : t('busiest {load}', { load }),
      p99 === null ? '' : t('p99 {latency}', { latency: p99 }),
      isAsync ? t('async') : '',
      budget === null
        ? ''
        : budget.met
          ? budget.text
          : t('over its budget {budget}', { budget: budget.text }),
    ].filter((text) => text !== ''),
  );
}
