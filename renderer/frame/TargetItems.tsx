import type { ReactNode } from 'react';
import type { FlowFigures } from '../../shared/analysis/analysis';
import { costMessage } from '../../shared/diagram/cost-text';
import { judgedTargets, nearestFlow } from '../../shared/diagram/nearest-flow';
import {
  availabilityStatus,
  costStatus,
  type RecoveryStatus,
  recoveryStatus,
} from '../../shared/diagram/status-line';
import { meetsAvailability } from '../../shared/math/availability';
import { formatMessage } from '../../shared/math/format-message';
import { showPart } from '../panels/show-part';
import { useDocument } from '../store/document';
import { type Editor, useEditor } from '../store/editors';
import { useReport } from '../store/report';
import { Icon } from '../ui/Icon';
import { availabilityText, exactText, msText, secondsText, usdText } from '../words/figures';
import { language } from '../words/language';
import { partName } from '../words/part-names';
import { rich } from '../words/rich';
import { t } from '../words/t';
import styles from './StatusBar.module.css';

interface TargetItemProps {
  /** What is left out first in a narrow window; a missed target stays longer. */
  readonly rank: 'availability' | 'cost' | 'recovery' | undefined;
  /** null: no target is set, or there is no verdict yet. */
  readonly met: boolean | null;
  readonly tip: string;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** A figure beside its target. One that is missed has an icon, and says so to a screen reader. */
function TargetItem({ rank, met, tip, onOpen, children }: TargetItemProps) {
  return (
    <button
      type="button"
      className={styles.item}
      data-rank={rank}
      data-missed={met === false ? '' : undefined}
      data-tip={tip}
      onClick={onOpen}
    >
      {met === false ? (
        <span className={styles.broken}>
          <Icon name="circle-alert" size={14} label={t('Target missed')} />
        </span>
      ) : null}
      <span className={styles.phrase}>{children}</span>
    </button>
  );
}

const figureOf = (text: string, met: boolean | null): ReactNode => (
  <b className={met === false ? styles.broken : undefined}>{text}</b>
);

const limitOf = (text: string, met: boolean | null): ReactNode => (
  <span className={met === false ? styles.broken : styles.met}>{text}</span>
);

/** A flow's name may be long: what has no room is cut, and the tip has all of it. */
const nameOf = (name: string): ReactNode => (
  <span className={styles.name}>
    <bdi>{name}</bdi>
  </span>
);

/** The flow nearest its target, or the slowest where none has one; a press shows its numbers, or where its target is set. */
export function LatencyItem() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const flow = useReport((state) => (state.analysis === null ? null : nearestFlow(state.analysis.flows)));
  if (design === null || flow === null) return null;
  const name = partName(design, flow.id);
  const judged = judgedTargets(flow);
  const hasTarget = flow.targets.some(({ metric }) => metric === 'p99Ms');
  return (
    <TargetItem
      rank={undefined}
      met={judged.length === 0 ? null : judged.every(({ met }) => met)}
      tip={
        flow.p99Ms === null
          ? hasTarget
            ? t('Numbers of {name}', { name })
            : t('Targets of {name}', { name })
          : t('p99 of {name}: {exact}', { name, exact: exactText({ ms: flow.p99Ms }) })
      }
      onOpen={() => showPart(editor, flow.id, hasTarget ? 'numbers' : 'targets')}
    >
      <LatencyWords name={name} flow={flow} />
    </TargetItem>
  );
}

function LatencyWords({ name, flow }: { readonly name: string; readonly flow: FlowFigures }) {
  const target = flow.targets.find((item) => item.metric === 'p99Ms');
  const isMissed = judgedTargets(flow).some((item) => !item.met);
  const limit = target === undefined ? '' : msText(target.target);
  if (flow.meanMs === null)
    return rich(target === undefined ? '{name} {none}' : '{name} {none} of {target}', {
      name: nameOf(name),
      none: figureOf(t('p99 unbounded'), false),
      target: limit,
    });
  if (flow.p99Ms === null) return rich('{name} p99 being worked out', { name: nameOf(name) });
  return rich('{name} p99 {latency} {verdict}', {
    name: nameOf(name),
    latency: figureOf(msText(flow.p99Ms), !isMissed),
    verdict:
      target === undefined ? (
        <span className={styles.hint}>{t('no target')}</span>
      ) : (
        limitOf(t('of {target}', { target: limit }), target.met)
      ),
  });
}

/** The flow whose availability is worst against its target. */
export function AvailabilityItem() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  const status = analysis === null ? null : availabilityStatus(analysis.flows);
  if (design === null || status === null) return null;
  const { flow, actual, target, met } = status;
  const name = partName(design, flow);
  // The figure alone would meet its target: what is lost to saturation or refused makes it miss.
  const isLossy = met === false && target !== null && meetsAvailability(actual, target);
  const exact = exactText({ availability: actual });
  const figure = figureOf(availabilityText(actual), met);
  return (
    <TargetItem
      rank="availability"
      met={met}
      tip={
        isLossy
          ? t('Availability of {name}: {exact}, missed because not every request is served', { name, exact })
          : t('Availability of {name}: {exact}', { name, exact })
      }
      onOpen={() => showPart(editor, flow, 'numbers')}
    >
      {target === null
        ? rich('availability {figure}', { figure })
        : isLossy
          ? rich('availability {figure} of what is served', { figure })
          : rich('availability {figure}, {limit}', {
              figure,
              limit: limitOf(t('target {target}', { target: availabilityText(target) }), met),
            })}
    </TargetItem>
  );
}

/** What the design costs a month, beside its budget. */
export function CostItem() {
  const { setView } = useEditor();
  const analysis = useReport((state) => state.analysis);
  const status = analysis === null ? null : costStatus(analysis);
  if (status === null) return null;
  const { usd, unpriced, target, met } = status;
  const figure = figureOf(formatMessage(costMessage(usd, unpriced), undefined, language()), met);
  return (
    <TargetItem
      rank="cost"
      met={met}
      tip={t('Cost: {exact}', { exact: exactText({ usd }) })}
      onOpen={() => setView({ drawer: 'cost' })}
    >
      {target === null
        ? figure
        : rich('{figure} {limit}', {
            figure,
            limit: limitOf(t('of {target}', { target: usdText(target) }), met),
          })}
    </TargetItem>
  );
}

/** What is lost and how long it takes when a server fails, where the design has targets for that. */
export function RecoveryItems() {
  const editor = useEditor();
  const analysis = useReport((state) => state.analysis);
  if (analysis === null) return null;
  return recoveryStatus(analysis).map((status) => (
    <TargetItem
      key={status.metric}
      rank="recovery"
      met={status.met}
      tip={recoveryTip(status)}
      onOpen={() => openRecovery(editor, status)}
    >
      <RecoveryWords status={status} />
    </TargetItem>
  ));
}

function recoveryTip({ metric, actual }: RecoveryStatus): string {
  const exact = actual === null ? t('not known') : exactText({ seconds: actual });
  return metric === 'rpoSeconds'
    ? t('Recovery point: how much of what was written is lost when a server fails, {exact}', { exact })
    : t('Recovery time: how long it takes when a server fails, {exact}', { exact });
}

function openRecovery(editor: Editor, { node }: RecoveryStatus): void {
  if (node === null) showPart(editor, '*', 'targets');
  else showPart(editor, node, 'numbers');
}

function RecoveryWords({ status: { metric, actual, target, met } }: { readonly status: RecoveryStatus }) {
  const values = {
    figure: figureOf(actual === null ? t('not known') : secondsText(actual), met),
    limit: limitOf(t('of {target}', { target: secondsText(target) }), met),
  };
  return metric === 'rpoSeconds'
    ? rich('RPO {figure} {limit}', values)
    : rich('RTO {figure} {limit}', values);
}
