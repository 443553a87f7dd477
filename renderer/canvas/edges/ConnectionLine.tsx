import type { ConnectionLineComponentProps } from '@xyflow/react';
import { useDrag } from '../../store/drag';
import { useEditor } from '../../store/editors';
import { ConnectionPreview } from '../ConnectionPreview';
import type { CanvasNode } from '../flow-nodes';
import { drawnConnection } from '../tools/drawn-connection';

/** The edge as it will be while a connection is being drawn; over the free canvas with the card that will be there. */
export function ConnectionLine({ toX, toY }: ConnectionLineComponentProps<CanvasNode>) {
  const editor = useEditor();
  const from = useDrag((state) => state.connectFrom);
  const to = useDrag((state) => state.connectTo);
  const side = useDrag((state) => state.connectSide);
  const design = editor.design();
  // React Flow goes on drawing a connection that was cancelled.
  if (from === null || design === null) return null;
  const drawn = drawnConnection(design, from, side, { x: toX, y: toY }, to);
  return drawn === null ? null : <ConnectionPreview connection={drawn} withCard={to === null} />;
}
