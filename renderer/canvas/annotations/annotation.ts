import type { NodeProps } from '@xyflow/react';
import type { ComponentType } from 'react';
import type { AnnotationId } from '../../../shared/layout/annotations/index';
import type { CanvasNode } from '../flow-nodes';

/** A kind of annotation on the canvas. Its box and its lines are in `shared/layout/annotations/`. */
export interface AnnotationView {
  readonly id: AnnotationId;
  /** Draws it, by its id. */
  readonly component: ComponentType<NodeProps<CanvasNode>>;
  /** Of its tool: an English key, an icon, and the shortcut as it is shown. */
  readonly title: string;
  readonly icon: string;
  readonly keys: string;
}
