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
import { availabilityText, exactText, msText, secondsText, usdText } from '../words/figures';
import { language } from '../words/language';
import { partName } from '../words/part-names';
import { rich } from '../words/rich';
import { t } from '../words/t';
import styles from './StatusBar.module.css';
import { StatusFigure, StatusItem } from './StatusItem';

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
    <StatusItem
      missed={judged.some(({ met }) => !met)}
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
    </StatusItem>
  );
}

function LatencyWords({ name, flow }: { readonly name: string; readonly flow: FlowFigures }) {
  const target = flow.targets.find((item) => item.metric === 'p99Ms');
  const isMissed = judgedTargets(flow).some((item) => !item.met);
  const limit = target === undefined ? '' : msText(target.target);
  const p99 = { part: flow.id, metric: 'p99Ms' };
  if (flow.meanMs === null)
    return rich(target === undefined ? '{name} {none}' : '{name} {none} of {target}', {
      name: nameOf(name),
      none: (
        <StatusFigure name={p99} broken>
          {t('p99 unbounded')}
        </StatusFigure>
      ),
      target: limit,
    });
  if (flow.p99Ms === null) return rich('{name} p99 being worked out', { name: nameOf(name) });
  return rich('{name} p99 {latency} {verdict}', {
    name: nameOf(name),
    latency: (
      <StatusFigure name={p99} tip={exactText({ ms: flow.p99Ms })} broken={isMissed}>
        {msText(flow.p99Ms)}
      </StatusFigure>
    ),
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
  const figure = (
    <StatusFigure name={{ part: flow, metric: 'availability' }} tip={exact} broken={met === false}>
      {availabilityText(actual)}
    </StatusFigure>
  );
  return (
    <StatusItem
      rank="availability"
      missed={met === false}
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
          : rich('availability {figure} {limit}', {
              figure,
              limit: limitOf(t('of {target}', { target: availabilityText(target) }), met),
            })}
    </StatusItem>
  );
}

/** What the design costs a month, beside its budget. */
export function CostItem() {
  const { setView } = useEditor();
  const analysis = useReport((state) => state.analysis);
  const status = analysis === null ? null : costStatus(analysis);
  if (status === null) return null;
  const { usd, unpriced, target, met } = status;
  const exact = exactText({ usd });
  const figure = (
    <StatusFigure name={{ part: 'totals', metric: 'monthlyCostUsd' }} tip={exact} broken={met === false}>
      {formatMessage(costMessage(usd, unpriced), undefined, language())}
    </StatusFigure>
  );
  return (
    <StatusItem
      rank="cost"
      missed={met === false}
      tip={t('Cost: {exact}', { exact })}
      onOpen={() => setView({ drawer: 'cost' })}
    >
      {target === null
        ? rich('cost {figure}', { figure })
        : rich('cost {figure} {limit}', {
            figure,
            limit: limitOf(t('of {target}', { target: usdText(target) }), met),
          })}
    </StatusItem>
  );
}

/** What is lost and how long it takes when a server fails, where the design has targets for that. */
export function RecoveryItems() {
  const editor = useEditor();
  const analysis = useReport((state) => state.analysis);
  if (analysis === null) return null;
  return recoveryStatus(analysis).map((status) => (
    <StatusItem
      key={status.metric}
      rank="recovery"
      missed={!status.met}
      tip={recoveryTip(status)}
      onOpen={() => openRecovery(editor, status)}
    >
      <RecoveryWords status={status} />
    </StatusItem>
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
    figure: (
      <StatusFigure
        name={{ part: 'totals', metric }}
        tip={actual === null ? undefined : exactText({ seconds: actual })}
        broken={!met}
      >
        {actual === null ? t('not known') : secondsText(actual)}
      </StatusFigure>
    ),
    limit: limitOf(t('of {target}', { target: secondsText(target) }), met),
  };
  return metric === 'rpoSeconds'
    ? rich('RPO {figure} {limit}', values)
    : rich('RTO {figure} {limit}', values);
}
