import { loadStatus } from '../../shared/diagram/status-line';
import { zoomTo } from '../canvas/viewport';
import { messageWords } from '../panels/findings/finding-words';
import { showPart } from '../panels/show-part';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { resolvedOf, useReport } from '../store/report';
import { useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { exactText, factorText, percentText, rpsText, shareText } from '../words/figures';
import { partName } from '../words/part-names';
import { rich } from '../words/rich';
import { t } from '../words/t';
import { FindingsItem } from './FindingsItem';
import { loadMarksOf } from './load-marks';
import styles from './StatusBar.module.css';
import { StatusFigure, StatusItem } from './StatusItem';
import { AvailabilityItem, CostItem, LatencyItem, RecoveryItems } from './TargetItems';

/**
 * The whole design in a line: load and share served, latency, availability, cost and recovery against their targets, findings,
 * bottleneck, zoom. Each opens what it speaks of, and its figures how they came about.
 */
export function StatusBar() {
  const { clearSelection, setView } = useEditor();
  const stale = useReport((state) => state.stale);
  const failure = useReport((state) => state.failure);
  const inspectDesign = (): void => {
    clearSelection();
    setView({ inspectDesign: true, inspectorTab: 'targets' });
  };
  return (
    <footer className={styles.bar}>
      <div className={styles.line}>
        {failure === null ? null : (
          <span role="alert" className={styles.failure}>
            <Icon name="circle-alert" size={14} />
            {failure}
          </span>
        )}
        <div className={styles.figures} data-stale={stale ? '' : undefined}>
          <LoadItem />
          <LatencyItem />
          <AvailabilityItem />
          <CostItem />
          <RecoveryItems />
          <NoFigures />
        </div>
        <FindingsItem />
        <button type="button" className={styles.item} data-rank="design" onClick={inspectDesign}>
          {t('Targets and workload')}
        </button>
        <span className={styles.gap} />
        <BottleneckItem />
        <ZoomItem />
      </div>
    </footer>
  );
}

/** Requests a second that clients offer, and the share that is served; a press opens the flows. */
function LoadItem() {
  const { setView } = useEditor();
  const analysis = useReport((state) => state.analysis);
  const status = analysis === null ? null : loadStatus(analysis.flows);
  if (status === null) return null;
  const { offeredRps, servedShare: share } = status;
  const rate = rpsText(offeredRps);
  const exact = exactText({ rps: offeredRps });
  const isServed = share >= 1 - 1e-9;
  const offered = (
    <StatusFigure name={{ part: 'totals', metric: 'rateRps' }} tip={exact} broken={!isServed}>
      {rate}
    </StatusFigure>
  );
  return (
    <StatusItem tip={t('Flows')} onOpen={() => setView({ drawer: 'flows' })}>
      {isServed ? (
        rich('{rate} rps, all served', { rate: offered })
      ) : (
        <span className={styles.broken}>
          <Icon name="circle-alert" size={14} />{' '}
          {rich('serves {share} of {rate} rps', {
            share: (
              <StatusFigure
                name={{ part: 'totals', metric: 'servedShare' }}
                tip={exactText({ share })}
                broken
              >
                {shareText(share)}
              </StatusFigure>
            ),
            rate: offered,
          })}
        </span>
      )}
    </StatusItem>
  );
}

/** Why there are no figures, where the analysis refuses the design; a press opens the problems. */
function NoFigures() {
  const { setView } = useEditor();
  const design = useDocument((state) => state.design);
  const refused = useReport((state) => state.errors.length > 0);
  const finding = useReport((state) =>
    state.findings.find((item) => item.severity === 'error' && item.stage === 'broken'),
  );
  if (!refused || design === null) return null;
  const reason = finding === undefined ? '' : messageWords(finding, design);
  return (
    <button type="button" className={styles.item} onClick={() => setView({ drawer: 'problems' })}>
      <span className={styles.broken}>
        <Icon name="circle-alert" size={14} />
        {t('No figures: {reason}', { reason })}
      </span>
    </button>
  );
}

function BottleneckItem() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  if (design === null || analysis === null) return null;
  const { nodes } = resolvedOf(design);
  const { saturation } = loadMarksOf(analysis, (id) => nodes.get(id)?.config.maxUtilization ?? 1);
  if (saturation === null) return null;
  const { load, node, flow } = saturation;
  const name = partName(design, node);
  return (
    <StatusItem
      rank="bottleneck"
      tip={t('{node} saturates at {factor}', { node: name, factor: factorText(load) })}
      onOpen={() => showPart(editor, node)}
    >
      {rich('bottleneck {name} at {factor}', {
        name: (
          <b className={styles.name}>
            <bdi>{name}</bdi>
          </b>
        ),
        factor: (
          <StatusFigure name={{ part: flow, metric: 'saturationLoad' }} tip={exactText({ factor: load })}>
            {factorText(load)}
          </StatusFigure>
        ),
      })}
    </StatusItem>
  );
}

function ZoomItem() {
  const editor = useEditor();
  const zoom = useView((state) => state.zoom);
  return (
    <button
      type="button"
      className={styles.item}
      data-rank="zoom"
      aria-label={t('Zoom {share}, back to 100 %', { share: shareText(zoom) })}
      onClick={() => zoomTo(editor, 1)}
    >
      {percentText(Math.round(zoom * 100) / 100)}
    </button>
  );
}
