import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import type { CSSProperties } from 'react';
import { card } from '../../shared/layout/geometry';
import { useReport } from '../store/report';
import { useView } from '../store/view';
import { t } from '../words/t';
import { AddBox } from './AddBox';
import styles from './Canvas.module.css';
import { OverlayLegend } from './deferred-overlay';
import { canvasPxOf, useDetail } from './detail';
import { FiguresOff } from './FiguresOff';
import { useSketch } from './hand-drawn';
import { LanesBar } from './lanes/deferred-lanes';
import { useReadOnly } from './parts';
import { Surface } from './Surface';
import { Draft, DrawSheet } from './tools/DrawSheet';
import { GroupTool } from './tools/GroupTool';
import { ToolBar } from './tools/ToolBar';
import { usesSheet } from './tools/tool-list';
import { ZoomControls } from './ZoomControls';

/** Height of a line of a compact card, and of all on it but its name, px of the screen. */
const linePx = 12.5;
const besideNamePx = 20.5;

/** On how many lines the name of a compact card has room, and the label of a plain box. */
const linesIn = (roomPx: number): number => Math.min(2, Math.max(1, Math.floor(roomPx / linePx)));
const nameLinesAt = (canvasPx: number): number => linesIn(card.height / canvasPx - besideNamePx);
const boxLinesAt = (canvasPx: number): number => linesIn(card.plainHeight / canvasPx);

/** The canvas with all that floats over it. */
export function Canvas() {
  const detail = useDetail();
  const canvasPx = useView((state) => canvasPxOf(state.zoom));
  const tool = useView((state) => state.tool);
  const lanes = useView((state) => state.lanes);
  const readOnly = useReadOnly();
  const overlay = useView((state) => (state.figures ? state.overlay : 'load'));
  const isHandDrawn = useSketch() !== null;
  const isPresenting = useView((state) => state.presenting);
  const isStale = useReport((state) => state.stale);
  const nameLines = nameLinesAt(canvasPx);
  const scale = {
    '--px': `${canvasPx}px`,
    '--name-lines': nameLines,
    '--box-lines': boxLinesAt(canvasPx),
  } as CSSProperties;
  return (
    <section
      className={styles.canvas}
      style={scale}
      aria-label={t('Canvas')}
      data-canvas=""
      data-detail={detail}
      data-name-lines={nameLines}
      data-lanes={lanes}
      data-tool={readOnly ? 'select' : tool}
      data-stale={isStale}
      data-presenting={isPresenting}
      data-look={isHandDrawn ? 'hand-drawn' : 'plain'}
    >
      <ReactFlowProvider>
        <Surface />
        <AddBox />
      </ReactFlowProvider>
      {tool === 'group' && !readOnly ? <GroupTool /> : null}
      <FiguresOff />
      {usesSheet(tool) && !readOnly ? <DrawSheet /> : null}
      <Draft />
      <ZoomControls />
      {overlay === 'load' ? null : <OverlayLegend overlay={overlay} />}
      {lanes ? <LanesBar /> : <ToolBar />}
    </section>
  );
}
