import { useViewport } from '@xyflow/react';
import { useMemo } from 'react';
import { type GutterFigures, type LaneHead, laneFigures } from '../../../shared/diagram/lane-figures';
import { lanesOf } from '../../../shared/edits/in-lanes';
import type { Lane } from '../../../shared/layout/lanes';
import type { Design } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { useView } from '../../store/view';
import { language } from '../../words/language';
import { t } from '../../words/t';
import { GutterHead } from './GutterHead';
import { LaneHeadCell } from './LaneHeadCell';
import styles from './LanesLayer.module.css';

/** Lanes behind the cards, and above them their heads, which stay at the top while the canvas is moved. */
export function LanesLayer() {
  const design = useDocument((state) => state.design);
  return design === null ? null : <Lanes design={design} />;
}

function Lanes({ design }: { readonly design: Design }) {
  const analysis = useReport((state) => state.analysis);
  const isStale = useReport((state) => state.stale);
  const flow = useView((state) => state.chosenFlow);
  const showFigures = useView((state) => state.figures);
  const lanes = lanesOf(design);
  const { heads, gutters } = useMemo(
    () =>
      laneFigures(lanes, resolvedOf(design).design, analysis, { flow, showFigures, language: language() }),
    [lanes, design, analysis, flow, showFigures],
  );
  return (
    <>
      <Strips lanes={lanes} />
      <Heads lanes={lanes} heads={heads} gutters={gutters} isStale={isStale} />
    </>
  );
}

function Strips({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { x, zoom } = useViewport();
  return (
    <div className={styles.strips} aria-hidden="true">
      {lanes.map((lane) => (
        <span
          key={lane.id}
          className={styles.strip}
          data-layer={lane.id}
          style={{ left: lane.x * zoom + x, width: lane.width * zoom }}
        />
      ))}
    </div>
  );
}

interface HeadsProps {
  readonly lanes: readonly Lane[];
  readonly heads: readonly LaneHead[];
  readonly gutters: readonly GutterFigures[];
  readonly isStale: boolean;
}

function Heads({ lanes, heads, gutters, isStale }: HeadsProps) {
  const { x, zoom } = useViewport();
  const spanOf = (from: number, to: number) => ({ left: from * zoom + x, width: (to - from) * zoom });
  const stale = isStale ? '' : undefined;
  return (
    <section className={styles.frame} aria-label={t('Lanes')}>
      <div className={`nopan nowheel ${styles.heads}`} data-floating="" data-stale={stale}>
        {lanes.map(({ id, x: left, width }, at) => {
          const head = heads[at];
          return (
            <div key={id} className={styles.place} style={spanOf(left, left + width)}>
              {head === undefined ? null : <LaneHeadCell head={head} />}
            </div>
          );
        })}
      </div>
      <div className={styles.gutters} data-stale={stale}>
        {gutters.map((gutter, at) => {
          const [before, next] = [lanes[at], lanes[at + 1]];
          return before === undefined || next === undefined ? null : (
            <div key={gutter.left} className={styles.place} style={spanOf(before.x + before.width, next.x)}>
              <GutterHead gutter={gutter} />
            </div>
          );
        })}
      </div>
    </section>
  );
}
