import type { CSSProperties } from 'react';
import type { TargetMiss } from '../../shared/analysis/load-limits';
import { useLimitSearch } from '../engine/limit-search';
import { targetPartName, targetTitle } from '../panels/drawer/load/target-words';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { resolvedOf, useReport } from '../store/report';
import { leastTypedLoad, maxLoad, useView } from '../store/view';
import { NumberField } from '../ui/NumberField';
import { factorText } from '../words/figures';
import { partName } from '../words/part-names';
import { t } from '../words/t';
import styles from './LoadSlider.module.css';
import { type LoadMark, loadMarksOf } from './load-marks';
import { loadAtPosition, positionOfLoad } from './load-scale';
import { YearStepper } from './YearStepper';

const steps = 1000;

/** The factor on every flow's rate: a way of looking, not part of the design. */
export function LoadSlider() {
  const { setLoad } = useEditor();
  const load = useView((state) => state.load);
  return (
    <div className={styles.slider}>
      <label htmlFor="load" className={styles.label}>
        {t('Load')}
      </label>
      <div className={styles.rail}>
        <input
          id="load"
          type="range"
          className={styles.range}
          min={0}
          max={steps}
          step={5}
          value={Math.round(positionOfLoad(load) * steps)}
          aria-valuetext={factorText(load)}
          style={{ '--fill': `${positionOfLoad(load) * 100}%` } as CSSProperties}
          onChange={(event) => setLoad(loadAtPosition(event.currentTarget.valueAsNumber / steps))}
          onDoubleClick={() => setLoad(1)}
        />
        <LoadTicks />
      </div>
      <NumberField
        className={styles.factor}
        label={t('Load factor')}
        unit="factor"
        min={leastTypedLoad}
        max={maxLoad}
        value={load}
        onCommit={(value) => {
          if (value !== null) setLoad(value);
        }}
      />
      <YearStepper />
    </div>
  );
}

function LoadTicks() {
  const analysis = useReport((state) => state.analysis);
  const design = useDocument((state) => state.design);
  if (analysis === null || design === null) return null;
  const { nodes } = resolvedOf(design);
  const { limit, saturation } = loadMarksOf(analysis, (id) => nodes.get(id)?.config.maxUtilization ?? 1);
  return (
    <>
      <TargetTick />
      <LoadTick
        mark={limit}
        kind="limit"
        words={(factor, node) => t('{node} passes its planned limit at {factor}', { factor, node })}
      />
      <LoadTick
        mark={saturation}
        kind="saturation"
        words={(factor, node) => t('{node} saturates at {factor}', { factor, node })}
      />
    </>
  );
}

/** Where the first target is missed, once that was looked for in the design as it is. */
function TargetTick() {
  const design = useDocument((state) => state.design);
  const miss = useLimitSearch(({ found }): TargetMiss | null =>
    found === null || found.system !== design?.system
      ? null
      : (found.limits?.misses.find(({ load }) => load !== null) ?? null),
  );
  if (design === null || miss === null || miss.load === null) return null;
  const text = t('{name} misses its {metric} target at {factor}', {
    name: targetPartName(design, miss.part),
    metric: targetTitle(miss.metric),
    factor: factorText(miss.load),
  });
  return <Tick load={miss.load} kind="target" text={text} />;
}

interface LoadTickProps {
  readonly mark: LoadMark | null;
  readonly kind: 'limit' | 'saturation';
  readonly words: (factor: string, node: string) => string;
}

function LoadTick({ mark, kind, words }: LoadTickProps) {
  const design = useDocument((state) => state.design);
  if (mark === null || design === null) return null;
  return (
    <Tick load={mark.load} kind={kind} text={words(factorText(mark.load), partName(design, mark.node))} />
  );
}

interface TickProps {
  readonly load: number;
  readonly kind: 'target' | 'limit' | 'saturation';
  readonly text: string;
}

function Tick({ load, kind, text }: TickProps) {
  if (load > maxLoad) return null;
  return (
    <span
      role="img"
      aria-label={text}
      data-tip={text}
      data-kind={kind}
      className={styles.tick}
      style={{ '--at': positionOfLoad(load) } as CSSProperties}
    />
  );
}
