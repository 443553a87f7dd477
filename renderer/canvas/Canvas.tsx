import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import type { CSSProperties } from 'react';
import { useReport } from '../store/report';
import { useView } from '../store/view';
import { t } from '../words/t';
import { AddBox } from './AddBox';
import styles from './Canvas.module.css';
import { canvasPxOf, useDetail } from './detail';
import { useReadOnly } from './parts';
import { Surface } from './Surface';
import { ConnectPicker } from './tools/ConnectPicker';
import { GroupTool } from './tools/GroupTool';
import { ToolBar } from './tools/ToolBar';
import { ZoomControls } from './ZoomControls';

/** The canvas with all that floats over it. */
export function Canvas() {
  const detail = useDetail();
  const canvasPx = useView((state) => canvasPxOf(state.zoom));
  const tool = useView((state) => state.tool);
  const readOnly = useReadOnly();
  const isStale = useReport((state) => state.stale);
  const scale = { '--px': `${canvasPx}px` } as CSSProperties;
  return (
    <section
      className={styles.canvas}
      style={scale}
      aria-label={t('Canvas')}
      data-canvas=""
      data-detail={detail}
      data-tool={readOnly ? 'select' : tool}
      data-stale={isStale}
    >
      <ReactFlowProvider>
        <Surface />
        <ConnectPicker />
      </ReactFlowProvider>
      {tool === 'group' && !readOnly ? <GroupTool /> : null}
      <ZoomControls />
      <ToolBar />
      <AddBox />
    </section>
  );
}
