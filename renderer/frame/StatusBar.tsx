import type { FlowFigures } from '../../shared/analysis/analysis';
import { zoomTo } from '../canvas/viewport';
import { messageWords } from '../panels/findings/finding-words';
import { judgedTargets, nearestFlow } from '../panels/metrics';
import { showPart } from '../panels/show-part';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { resolvedOf, useReport } from '../store/report';
import { clearSelection } from '../store/selection';
import { setView, useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { exactText, factorText, msText, percentText, rpsText, shareText } from '../words/figures';
import { partName } from '../words/part-names';
import { rich } from '../words/rich';
import { t } from '../words/t';
import { FindingsItem } from './FindingsItem';
import { loadMarksOf } from './load-marks';
import styles from './StatusBar.module.css';

/** The whole design in a line: load and share served, the flow nearest its target, findings, bottleneck, zoom. */
export function StatusBar() {
  const stale = useReport((state) => state.stale);
  const failure = useReport((state) => state.failure);
  return (
    <footer className={styles.bar}>
      {failure === null ? null : (
        <span role="alert" className={styles.failure}>
          <Icon name="circle-alert" size={14} />
          {failure}
        </span>
      )}
      <div className={styles.figures} data-stale={stale ? '' : undefined}>
        <LoadItem />
        <LatencyItem />
        <NoFigures />
      </div>
      <FindingsItem />
      <button type="button" className={styles.item} onClick={inspectDesign}>
        {t('Targets and workload')}
      </button>
      <span className={styles.gap} />
      <BottleneckItem />
      <ZoomItem />
    </footer>
  );
}

function inspectDesign(): void {
  clearSelection();
  setView({ inspectDesign: true, inspectorTab: 'properties' });
}

function LoadItem() {
  const analysis = useReport((state) => state.analysis);
  if (analysis === null || analysis.flows.length === 0) return null;
  const offered = analysis.flows.reduce((sum, flow) => sum + flow.rateRps, 0);
  const served = offered === 0 ? 1 : analysis.flows.reduce((sum, flow) => sum + flow.goodputRps, 0) / offered;
  const rate = rpsText(offered);
  const exact = exactText({ rps: offered });
  if (served >= 1 - 1e-9)
    return (
      <span className={styles.words} data-tip={exact}>
        {rich('{rate} rps, all served', { rate: <b>{rate}</b> })}
      </span>
    );
  return (
    <span className={styles.broken} data-tip={`${exactText({ share: served })} · ${exact}`}>
      {t('serves {share} of {rate} rps', { share: shareText(served), rate })}
    </span>
  );
}

/** The flow nearest its target, or the slowest where none has one; a press goes to its targets. */
function LatencyItem() {
  const design = useDocument((state) => state.design);
  const flow = useReport((state) => (state.analysis === null ? null : nearestFlow(state.analysis.flows)));
  if (design === null || flow === null) return null;
  return (
    <button
      type="button"
      className={styles.item}
      data-tip={t('Targets of {name}', { name: partName(design, flow.id) })}
      onClick={() => showPart(flow.id, 'targets')}
    >
      <LatencyWords name={partName(design, flow.id)} flow={flow} />
    </button>
  );
}

function LatencyWords({ name, flow }: { readonly name: string; readonly flow: FlowFigures }) {
  const target = flow.targets.find((item) => item.metric === 'p99Ms');
  const missed = judgedTargets(flow).some((item) => !item.met);
  const limit = target === undefined ? '' : msText(target.target);
  if (flow.meanMs === null)
    return (
      <>
        {rich(target === undefined ? '{name} {none}' : '{name} {none} of {target}', {
          name,
          none: <b className={styles.broken}>{t('p99 unbounded')}</b>,
          target: limit,
        })}
      </>
    );
  if (flow.p99Ms === null) return <>{t('{name} p99 being worked out', { name })}</>;
  return (
    <>
      {rich('{name} p99 {latency} {verdict}', {
        name,
        latency: <b className={missed ? styles.broken : undefined}>{msText(flow.p99Ms)}</b>,
        verdict:
          target === undefined ? (
            <span className={styles.hint}>{t('no target')}</span>
          ) : (
            <span className={target.met ? styles.met : styles.broken}>
              {t('of {target}', { target: limit })}
            </span>
          ),
      })}
    </>
  );
}

/** Why there are no figures, where the analysis refuses the design. */
function NoFigures() {
  const design = useDocument((state) => state.design);
  const refused = useReport((state) => state.errors.length > 0);
  const finding = useReport((state) =>
    state.findings.find((item) => item.severity === 'error' && item.stage === 'broken'),
  );
  if (!refused || design === null) return null;
  const reason = finding === undefined ? '' : messageWords(finding, design);
  return <span className={styles.broken}>{t('No figures: {reason}', { reason })}</span>;
}

function BottleneckItem() {
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  if (design === null || analysis === null) return null;
  const { nodes } = resolvedOf(design);
  const { saturation } = loadMarksOf(analysis, (id) => nodes.get(id)?.config.maxUtilization ?? 1);
  if (saturation === null) return null;
  return (
    <button
      type="button"
      className={styles.item}
      data-tip={exactText({ factor: saturation.load })}
      onClick={() => showPart(saturation.node)}
    >
      {rich('bottleneck {name} at {factor}', {
        name: <b>{partName(design, saturation.node)}</b>,
        factor: factorText(saturation.load),
      })}
    </button>
  );
}

function ZoomItem() {
  const editor = useEditor();
  const zoom = useView((state) => state.zoom);
  return (
    <button
      type="button"
      className={styles.item}
      aria-label={t('Zoom {share}, back to 100 %', { share: shareText(zoom) })}
      onClick={() => zoomTo(editor, 1)}
    >
      {percentText(Math.round(zoom * 100) / 100)}
    </button>
  );
}
