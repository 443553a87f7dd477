import type { FlowFigures } from '../../../shared/analysis/analysis';
import { servesAll } from '../../../shared/analysis/targets';
import type { ResolvedFlow } from '../../../shared/catalog/resolved';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf, useReport } from '../../store/report';
import { useSelection } from '../../store/selection';
import { DataTable } from '../../ui/DataTable';
import { exactText, shareText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { AddFlow } from '../AddFlow';
import { approximationWords } from '../approximation-words';
import { goesOn, neverCompletes } from '../completion-state';
import { ExplainedText, Figure, msOf, rpsOf } from '../Figure';
import { type LatencyMetric, latencyMetrics, metricTitle } from '../metrics';
import { showPart } from '../show-part';
import styles from './FlowTable.module.css';
import { TargetWords } from './PercentileRow';

/** All flows with their rate, the share that is served and their latency. */
export function FlowTable() {
  const design = useDocument((state) => state.design);
  const withCompletion = useReport((state) => [...state.flows.values()].some(hasCompletion));
  if (design === null) return null;
  const { flows } = resolvedOf(design).design;
  return (
    <div className={styles.scroll}>
      {flows.length === 0 ? (
        <p className={styles.empty}>{t('No flows yet: the first client adds one.')}</p>
      ) : (
        <DataTable className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Flow')}</th>
              <th scope="col" data-number>
                {t('rps')}
              </th>
              <th scope="col" data-number>
                {t('served')}
              </th>
              {latencyMetrics.map((metric) => (
                <th key={metric} scope="col" data-number>
                  {metricTitle(metric)}
                </th>
              ))}
              {withCompletion ? (
                <th scope="col" data-number>
                  {metricTitle('completionP99Ms')}
                </th>
              ) : null}
              <th scope="col" data-number>
                {t('max throughput')}
              </th>
              <th scope="col">{t('bottleneck')}</th>
            </tr>
          </thead>
          <tbody>
            {flows.map((flow) => (
              <FlowLine key={flow.id} flow={flow} withCompletion={withCompletion} />
            ))}
          </tbody>
        </DataTable>
      )}
      <AddFlow />
    </div>
  );
}

/** Whether its completion says something that its own latency does not. */
const hasCompletion = (flow: FlowFigures): boolean =>
  goesOn(flow) || flow.targets.some(({ metric }) => metric === 'completionP99Ms');

interface FlowLineProps {
  readonly flow: ResolvedFlow;
  readonly withCompletion: boolean;
}

function FlowLine({ flow, withCompletion }: FlowLineProps) {
  const editor = useEditor();
  const { setView } = editor;
  const figures = useReport((state) => state.flows.get(flow.id));
  const selected = useSelection((state) => state.flow === flow.id);
  const notes = figures === undefined ? [] : approximationWords(figures);
  return (
    <tr
      className={styles.line}
      data-selected={selected ? '' : undefined}
      onPointerEnter={() => setView({ litFlow: flow.id })}
      onPointerLeave={() => setView({ litFlow: null })}
    >
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          aria-pressed={selected}
          onClick={() => {
            setView({ chosenFlow: flow.id });
            showPart(editor, flow.id);
          }}
        >
          {flow.name}
        </button>
        <span className={styles.kind}>{flow.kind === 'read' ? t('read') : t('write')}</span>
        {notes.map((note) => (
          <span key={note} className={styles.approximate}>
            {note}
          </span>
        ))}
      </th>
      <td data-number>
        <Figure of={rpsOf(figures?.rateRps)} bare name={{ part: flow.id, metric: 'rateRps' }} />
      </td>
      {figures === undefined ? (
        <td colSpan={withCompletion ? 9 : 8} />
      ) : (
        <FlowCells figures={figures} withCompletion={withCompletion} />
      )}
    </tr>
  );
}

interface FlowCellsProps {
  readonly figures: FlowFigures;
  readonly withCompletion: boolean;
}

function FlowCells({ figures, withCompletion }: FlowCellsProps) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const { bottleneck, servedShare, maxRateRps } = figures;
  const name = (metric: string) => ({ part: figures.id, metric });
  return (
    <>
      <td data-number data-tone={servesAll(servedShare) ? undefined : 'error'}>
        <ExplainedText name={name('servedShare')} tip={exactText({ share: servedShare })}>
          {servesAll(servedShare) ? t('all') : shareText(servedShare)}
        </ExplainedText>
      </td>
      {latencyMetrics.map((metric) => (
        <LatencyCell key={metric} figures={figures} metric={metric} isUnbounded={figures.meanMs === null} />
      ))}
      {withCompletion ? (
        <LatencyCell figures={figures} metric="completionP99Ms" isUnbounded={neverCompletes(figures)} />
      ) : null}
      <td data-number>
        {maxRateRps === null ? (
          <ExplainedText name={name('maxRateRps')}>{t('unbounded')}</ExplainedText>
        ) : (
          <Figure of={rpsOf(maxRateRps)} bare name={name('maxRateRps')} />
        )}
      </td>
      <td>
        {bottleneck === null || design === null ? null : (
          <button type="button" className={styles.part} onClick={() => showPart(editor, bottleneck)}>
            {partName(design, bottleneck)}
          </button>
        )}
      </td>
    </>
  );
}

interface LatencyCellProps {
  readonly figures: FlowFigures;
  readonly metric: LatencyMetric | 'completionP99Ms';
  readonly isUnbounded: boolean;
}

function LatencyCell({ figures, metric, isUnbounded }: LatencyCellProps) {
  return (
    <td data-number>
      {isUnbounded ? (
        <ExplainedText
          className={styles.none}
          name={{ part: figures.id, metric }}
          tip={t('Unbounded while a component is saturated')}
        >
          –
        </ExplainedText>
      ) : (
        <Figure of={msOf(figures[metric])} name={{ part: figures.id, metric }} />
      )}
      <TargetWords flow={figures} metric={metric} />
    </td>
  );
}
