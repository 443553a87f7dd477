import { useId, useMemo, useState } from 'react';
import type { FlowFigures } from '../../../../shared/analysis/analysis';
import { useDocument } from '../../../store/document';
import { useExplain } from '../../../store/explained';
import { useShownTheme } from '../../../store/shown-theme';
import { useView } from '../../../store/view';
import { exactText, factorText, msText, rateText } from '../../../words/figures';
import { partName } from '../../../words/part-names';
import { rich } from '../../../words/rich';
import { listed, t } from '../../../words/t';
import { ExplainedText, Figure, msOf, rpsOf } from '../../Figure';
import { Switch } from '../../fields/Switch';
import { metricTitle } from '../../metrics';
import { CurveTable } from './CurveTable';
import type { ChartContent } from './chart-options';
import {
  type CurvePoint,
  curveMetrics,
  curveOf,
  highestRps,
  type LatencyCurve,
  type LoadLine,
  type LoadLineKind,
  latencyRange,
  loadLines,
  type TargetLine,
  targetLines,
} from './curve';
import { LatencyChart } from './LatencyChart';
import styles from './LoadTab.module.css';
import { lineFigures, targetFigure } from './picked-figure';
import { useCurve } from './use-load-study';

/** The throughput–latency curve of a flow with its key, or its figures as a table. */
export function CurvePanel({ flow }: { readonly flow: FlowFigures }) {
  const { value, isCurrent, progress, failed } = useCurve(flow.id);
  const curve = useMemo(() => (value === null ? null : curveOf(value, flow.id)), [value, flow.id]);
  if (curve === null)
    return (
      <p role="status" className={styles.empty}>
        {failed
          ? t('The analysis of other loads failed or took too long.')
          : value === null
            ? progress === null
              ? t('Analysing loads…')
              : t('Analysing loads: {done} of {count}', { done: progress.done, count: progress.of })
            : t('This flow has no requests.')}
      </p>
    );
  return <Curve flow={flow} curve={curve} isCurrent={isCurrent} />;
}

interface CurveProps {
  readonly flow: FlowFigures;
  readonly curve: LatencyCurve;
  readonly isCurrent: boolean;
}

function Curve({ flow, curve, isCurrent }: CurveProps) {
  const load = useView((state) => state.load);
  const [isLogarithmic, setLogarithmic] = useState(false);
  const name = useDocument((state) => (state.design === null ? '' : partName(state.design, flow.id)));
  const theme = useShownTheme();
  const [isTable, setTable] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);
  const explain = useExplain();
  const lines = useMemo(() => loadLines(curve, load), [curve, load]);
  const targets = useMemo(() => targetLines(flow.targets), [flow.targets]);
  const content = useMemo(
    (): ChartContent => ({
      lines,
      targets,
      isLogarithmic,
      baseRps: curve.baseRps,
      shownRps: curve.baseRps * load,
      mostRps: highestRps(curve, load),
      latencyMs: latencyRange(curve, targets, isLogarithmic),
      onHover: setHovered,
    }),
    [curve, load, lines, targets, isLogarithmic],
  );
  const point = hovered === null ? undefined : curve.points[hovered];
  return (
    <section
      className={styles.curve}
      aria-label={t('Throughput and latency')}
      data-stale={isCurrent ? undefined : ''}
    >
      <div className={styles.bar}>
        <Reading flow={flow.id} point={point ?? { ...flow, load }} isHovered={point !== undefined} />
        <Choice label={t('Logarithmic')} checked={isLogarithmic} onChange={setLogarithmic} />
        <Choice label={t('Table')} checked={isTable} onChange={setTable} />
      </div>
      {isTable ? null : (
        <>
          <LatencyChart
            key={theme}
            curve={curve}
            content={content}
            label={t('Latency of {name} by throughput', { name })}
            at={hovered}
            reading={readingWords(point ?? { ...flow, load })}
            onExplain={({ metric, load: of }, at) => explain({ part: flow.id, metric }, at, of)}
          />
          <Key flow={flow.id} lines={lines} curve={curve} targets={targets} />
        </>
      )}
      <div className={isTable ? styles.scrolled : 'visually-hidden'} tabIndex={isTable ? 0 : undefined}>
        <CurveTable flow={flow.id} curve={curve} explains={isTable} />
      </div>
    </section>
  );
}

function lineTitle(kind: LoadLineKind): string {
  switch (kind) {
    case 'shown':
      return t('load');
    case 'knee':
      return t('knee');
    case 'planned':
      return t('planned limit');
    case 'saturation':
      return t('saturation');
  }
}

interface ReadingProps {
  readonly flow: string;
  readonly point: Omit<CurvePoint, 'servedShare'>;
  readonly isHovered: boolean;
}

/** The figures of a point in one sentence, for a screen reader. */
function readingWords(point: ReadingProps['point']): string {
  return listed([
    t('{factor}, {rate}', { factor: factorText(point.load), rate: rateText(point.rateRps) }),
    ...curveMetrics.map((metric) => {
      const ms = point[metric];
      return t('{metric} {time}', {
        metric: metricTitle(metric),
        time: ms === null ? t('unbounded') : msText(ms),
      });
    }),
  ]);
}

/** The figures under the pointer; without it those at the load that is shown. */
function Reading({ flow, point, isHovered }: ReadingProps) {
  const { load, rateRps } = point;
  return (
    <dl className={styles.reading} data-hovered={isHovered ? '' : undefined}>
      <div>
        <dt>{t('Load')}</dt>
        <dd>
          {rich('{factor} · {rate}', {
            factor: factorText(load),
            rate: <Figure of={rpsOf(rateRps)} name={{ part: flow, metric: 'rateRps' }} load={load} />,
          })}
        </dd>
      </div>
      {curveMetrics.map((metric) => (
        <div key={metric} data-metric={metric}>
          <dt>{metricTitle(metric)}</dt>
          <dd>
            <Figure of={msOf(point[metric])} name={{ part: flow, metric }} load={load} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Choice({ label, checked, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <Switch id={id} checked={checked} onChange={onChange} />
      <label htmlFor={id}>{label}</label>
    </span>
  );
}

interface KeyProps {
  readonly flow: string;
  readonly lines: readonly LoadLine[];
  readonly curve: LatencyCurve;
  readonly targets: readonly TargetLine[];
}

/** What each line of the chart is, with its load and rate; each opens how it came about. */
function Key({ flow, lines, curve, targets }: KeyProps) {
  return (
    <ul className={styles.key}>
      {lines.map(({ kind, load }) => (
        <li key={kind} data-line={kind}>
          <ExplainedText
            name={{ part: flow, metric: lineFigures[kind] }}
            tip={t('{factor}, {rate}', {
              factor: exactText({ factor: load }),
              rate: exactText({ rps: load * curve.baseRps }),
            })}
          >
            {t('{line} {factor}, {rate}', {
              line: lineTitle(kind),
              factor: factorText(load),
              rate: rateText(load * curve.baseRps),
            })}
          </ExplainedText>
        </li>
      ))}
      {targets.map(({ metric, ms }) => (
        <li key={metric} data-line="target" data-metric={metric}>
          <ExplainedText name={{ part: flow, metric: targetFigure(metric) }} tip={exactText({ ms })}>
            {t('{metric} target {time}', { metric: metricTitle(metric), time: msText(ms) })}
          </ExplainedText>
        </li>
      ))}
    </ul>
  );
}
