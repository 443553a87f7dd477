import type { NodeProps } from '@xyflow/react';
import type { ComponentType } from 'react';
import type { Palette } from '../../../shared/diagram/palette';
import type { AttachedOf } from '../../../shared/layout/annotations/annotation';
import type { AnnotationId } from '../../../shared/layout/annotations/index';
import type { Box, Mark, Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import type { CanvasNode } from '../flow-nodes';
import type { Pointer } from '../tools/gestures';
import type { DrawingProps } from './DrawnMark';
import type { MarkStyle, StyleFieldId } from './mark-style';

/** A tool that draws a kind of annotation; one kind can have several, with other styles to begin with. */
export interface AnnotationTool {
  /** Of its command: `add-<id>`. */
  readonly id: string;
  /** An English key. */
  readonly title: string;
  readonly icon: string;
  /** Its shortcuts; the first is shown. */
  readonly keys: readonly string[];
  readonly keywords: readonly string[];
  readonly style?: MarkStyle;
}

/** What is seen of an annotation from far. */
export type FarDrawing = (
  context: CanvasRenderingContext2D,
  seen: {
    readonly mark: Mark;
    readonly box: Box;
    readonly colors: Palette;
    /** Canvas px in a pixel of the screen. */
    readonly px: number;
    readonly attachedOf: AttachedOf;
  },
) => void;

/** A kind of annotation, as commands and panels know it. Its box and its lines are in `shared/layout/annotations/`. */
export interface AnnotationKind {
  readonly id: AnnotationId;
  /** Of the inspector: an English key and an icon. */
  readonly title: string;
  readonly icon: string;
  readonly tools: readonly AnnotationTool[];
  /** Its tool stays in hand after each use. */
  readonly stays: boolean;
  /** The fields of its style that can be changed. */
  readonly styleFields: readonly StyleFieldId[];
  /** What is written on it, as its field is called; null where nothing can be. */
  readonly textTitle: string | null;
  /** Its text is written where it stands. */
  readonly isWrittenInPlace: boolean;
}

/** How a kind of annotation is drawn on the canvas, and by which gesture. The first page does without. */
export interface AnnotationView {
  readonly id: AnnotationId;
  /** Draws it, by its id. */
  readonly component: ComponentType<NodeProps<CanvasNode>>;
  /** Draws it while it is being drawn, in canvas coordinates; null for a sheet in its colour. */
  readonly Draft: ComponentType<DrawingProps> | null;
  /** Begins to draw one where the pointer is pressed. */
  readonly begin: (editor: Editor, pointer: Pointer) => void;
  /** Puts one around a place, which needs no pointer. */
  readonly addAt: (editor: Editor, at: Point) => void;
  readonly drawFar: FarDrawing;
}
