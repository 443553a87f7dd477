import type { NodeProps } from '@xyflow/react';
import { type ComponentType, memo, type ReactNode, useMemo } from 'react';
import { markColorOf } from '../../../shared/diagram/palette';
import type { AttachedOf } from '../../../shared/layout/annotations/annotation';
import { marksById } from '../../../shared/layout/geometry';
import type { Box, Mark } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditing } from '../../store/editing';
import { type Editor, useEditor } from '../../store/editors';
import { resizeMark, writeMark } from '../arrange';
import type { CanvasNode } from '../flow-nodes';
import { useFound } from '../found';
import { ResizeHandles } from '../ResizeHandles';
import { useIsErased } from '../tools/use-is-erased';
import styles from './DrawnMark.module.css';
import { InPlaceText } from './InPlaceText';

export interface DrawingProps {
  readonly mark: Mark;
  /** Its box; all coordinates are those of the canvas. */
  readonly box: Box;
  readonly attachedOf: AttachedOf;
}

export interface DrawnMarkSpec {
  /** SVG elements, in canvas coordinates. */
  readonly Drawing: ComponentType<DrawingProps>;
  /** What a screen reader says of it. */
  readonly describe: (mark: Mark) => string;
  /** The field on it in which its text is written; null for none. */
  readonly field: {
    readonly label: () => string;
    readonly boxOf: (mark: Mark, box: Box) => Box;
    readonly className: string | undefined;
  } | null;
  /** Smallest size that it is resized to; null where it is not resized by its box. */
  readonly smallest: { readonly width: number; readonly height: number } | null;
  readonly keepsForm?: boolean;
  /** What else is on it while it is selected. */
  readonly Handles?: ComponentType<DrawingProps>;
}

const nothingAttached: AttachedOf = () => undefined;

/** The component of a kind that is drawn in SVG by one function for canvas and preview. */
export function drawnMark(spec: DrawnMarkSpec) {
  return memo(function DrawnMark(props: NodeProps<CanvasNode>) {
    const { id, width = 0, height = 0, positionAbsoluteX: x, positionAbsoluteY: y } = props;
    const mark = useDocument((state) =>
      state.design === null ? undefined : marksById(state.design).get(id),
    );
    const box = useMemo(() => ({ x, y, width, height }), [x, y, width, height]);
    if (mark === undefined) return null;
    const placed = { ...mark, ...box };
    return (
      <MarkOnCanvas
        spec={spec}
        mark={placed}
        box={box}
        attachedOf={nothingAttached}
        isSelected={props.selected === true}
      />
    );
  });
}

export interface MarkOnCanvasProps extends DrawingProps {
  readonly spec: DrawnMarkSpec;
  readonly isSelected: boolean;
}

/** An annotation with its field, its handles and what is said of it. */
export function MarkOnCanvas({ spec, mark, box, attachedOf, isSelected }: MarkOnCanvasProps) {
  const { Drawing, Handles, describe, field, smallest, keepsForm = false } = spec;
  const editor = useEditor();
  const isEditing = useEditing((state) => state.id === mark.id);
  const readOnly = useDocument((state) => state.readOnly);
  const isErased = useIsErased(mark.id);
  const found = useFound(mark.id);
  const isActive = isSelected && !isEditing && !readOnly;
  return (
    <div
      className={styles.mark}
      data-kind={mark.kind}
      data-selected={isSelected}
      data-editable={!readOnly && field !== null}
      data-writing={isEditing}
      data-erased={isErased ? '' : undefined}
      data-found={found}
    >
      <span id={`say-${mark.id}`} className="visually-hidden">
        {describe(mark)}
      </span>
      <MarkSvg mark={mark} box={box}>
        <Drawing mark={mark} box={box} attachedOf={attachedOf} />
      </MarkSvg>
      {field !== null && isEditing && !readOnly ? (
        <Field editor={editor} mark={mark} box={box} field={field} />
      ) : null}
      {isActive && smallest !== null ? (
        <ResizeHandles
          id={mark.id}
          box={box}
          smallest={smallest}
          keepsForm={keepsForm}
          onResize={(next) => resizeMark(editor, mark.id, next)}
        />
      ) : null}
      {isActive && Handles !== undefined ? <Handles mark={mark} box={box} attachedOf={attachedOf} /> : null}
    </div>
  );
}

interface MarkSvgProps {
  readonly mark: Mark;
  readonly box: Box;
  readonly children: ReactNode;
}

/** Its drawing, which may reach beyond its box, in its colours. */
export function MarkSvg({ mark, box, children }: MarkSvgProps) {
  return (
    <svg className={styles.drawing} width={box.width} height={box.height} aria-hidden="true">
      <g
        transform={`translate(${-box.x} ${-box.y})`}
        data-line={markColorOf(mark.color)}
        data-paper={markColorOf(mark.fill)}
      >
        {children}
      </g>
    </svg>
  );
}

interface FieldProps {
  readonly editor: Editor;
  readonly mark: Mark;
  readonly box: Box;
  readonly field: NonNullable<DrawnMarkSpec['field']>;
}

function Field({ editor, mark, box, field }: FieldProps) {
  const { x, y, width, height } = field.boxOf(mark, box);
  return (
    <div className={styles.fieldBox} style={{ left: x - box.x, top: y - box.y, width, height }}>
      <InPlaceText
        value={mark.text ?? ''}
        label={field.label()}
        className={field.className}
        onCommit={(text) => writeMark(editor, mark.id, text)}
        onClose={editor.stopEditing}
      />
    </div>
  );
}
