import { type MouseEvent, useState } from 'react';
import type { FlowRow } from '../../../shared/diagram/figures';
import { card } from '../../../shared/layout/geometry';
import { noFigure } from '../../../shared/math/format';
import { flowKindNames } from '../../../shared/model/term-names';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { useSelection } from '../../store/selection';
import { ownGroupMark } from '../../ui/group-mark';
import { editableNumber, readNumber } from '../../ui/number-text';
import { t } from '../../words/t';
import { InPlaceInput } from '../InPlaceInput';
import { useReadOnly } from '../parts';
import { editableRate, ratioText, readRate } from '../rate-text';
import styles from './ScoreRow.module.css';

type Field = 'name' | 'rate' | 'target';

interface ScoreRowProps {
  readonly row: FlowRow;
  readonly withFigures: boolean;
  readonly withKind: boolean;
  /** p99 without its target. */
  readonly short: boolean;
}

/** One flow on its client's card: name, read or write, rate, p99 against target, each edited where it stands. */
export function ScoreRow({ row, withFigures, withKind, short }: ScoreRowProps) {
  const editor = useEditor();
  const [edited, setEdited] = useState<Field | null>(null);
  const isSelected = useSelection((state) => state.flow === row.id);
  const readOnly = useReadOnly();
  const begin =
    (field: Field) =>
    (event: MouseEvent): void => {
      // The card behind the row would take the selection.
      event.stopPropagation();
      editor.selectFlow(row.id);
      if (!readOnly) setEdited(field);
    };
  const close = (): void => setEdited(null);
  const otherKind = row.kind === 'read' ? 'write' : 'read';
  return (
    <fieldset
      aria-label={row.name}
      className={`nodrag ${styles.row}`}
      style={{ height: card.flowPitch }}
      data-selected={isSelected}
      data-edited={edited ?? undefined}
      onPointerEnter={() => editor.setView({ litFlow: row.id })}
      onPointerLeave={() => editor.setView({ litFlow: null })}
    >
      {edited === 'name' ? (
        <InPlaceInput
          value={row.name}
          label={t('Name of the flow')}
          className={`${styles.input} ${styles.name}`}
          onCommit={(name) => renameFlow(editor, row.id, name)}
          onClose={close}
        />
      ) : (
        <button
          type="button"
          className={styles.name}
          title={row.name}
          onClick={(event) => {
            event.stopPropagation();
            editor.selectFlow(row.id);
          }}
          onDoubleClick={begin('name')}
        >
          <bdi>{row.name}</bdi>
        </button>
      )}
      {withKind ? (
        <button
          type="button"
          className={styles.kind}
          disabled={readOnly}
          data-tip={readOnly ? undefined : t('Make it a {kind}', { kind: t(flowKindNames[otherKind]) })}
          onClick={(event) => {
            event.stopPropagation();
            editor.edit(t('Make flow a {kind}', { kind: t(flowKindNames[otherKind]) }), [
              { op: 'patch-flow', id: row.id, patch: { kind: otherKind } },
            ]);
          }}
        >
          {row.kindWord}
        </button>
      ) : null}
      {withFigures ? (
        <>
          <Rate row={row} isEdited={edited === 'rate'} onBegin={begin('rate')} onClose={close} />
          <Score
            row={row}
            short={short}
            isEdited={edited === 'target'}
            onBegin={begin('target')}
            onClose={close}
          />
        </>
      ) : null}
    </fieldset>
  );
}

interface FieldProps {
  readonly row: FlowRow;
  readonly isEdited: boolean;
  readonly onBegin: (event: MouseEvent) => void;
  readonly onClose: () => void;
}

function Rate({ row, isEdited, onBegin, onClose }: FieldProps) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const flow = design === null ? undefined : resolvedOf(design).flows.get(row.id);
  if (design === null || flow === undefined) return null;
  if (isEdited)
    return (
      <InPlaceInput
        value={editableRate(design, flow)}
        label={t('Rate of {name}', { name: row.name })}
        className={`${styles.input} ${styles.rate}`}
        problemOf={(text) => {
          const read = readRate(design, row.id, text);
          return read?.ok === false ? read.message : null;
        }}
        onCommit={(text) => takeRate(editor, row.id, text)}
        onClose={onClose}
      />
    );
  const ratio = ratioText(design, flow);
  return (
    <button
      type="button"
      className={styles.rate}
      data-tip={
        ratio === null
          ? t('Requests a second at peak')
          : t('Requests a second at peak, {ratio}. Type a number to give it a rate of its own.', { ratio })
      }
      onClick={onBegin}
    >
      {row.rps}
    </button>
  );
}

function Score({ row, short, isEdited, onBegin, onClose }: FieldProps & { readonly short: boolean }) {
  const editor = useEditor();
  const readOnly = useReadOnly();
  const target = useDocument((state) =>
    state.design === null ? undefined : resolvedOf(state.design).flows.get(row.id)?.targets.p99Ms,
  );
  if (isEdited)
    return (
      <InPlaceInput
        value={target === undefined ? '' : editableNumber(target, 'ms', ownGroupMark())}
        label={t('Target for p99 of {name}', { name: row.name })}
        className={`${styles.input} ${styles.score}`}
        problemOf={problemOf}
        onCommit={(text) => takeTarget(editor, row.id, text)}
        onClose={onClose}
      />
    );
  const shown = (short ? row.shortFigure : row.figure) || noFigure;
  return (
    <button
      type="button"
      className={styles.score}
      data-state={row.state}
      data-tip={scoreTip(target !== undefined, readOnly)}
      aria-label={t('p99 of {name}: {figure}', { name: row.name, figure: shown })}
      onClick={onBegin}
    >
      {shown}
    </button>
  );
}

function scoreTip(hasTarget: boolean, readOnly: boolean): string {
  if (hasTarget) return t('p99 against its target');
  return readOnly ? t('p99; no target is set') : t('p99; click to set a target');
}

function renameFlow(editor: Editor, id: string, text: string): void {
  const name = text.trim();
  editor.edit(t('Rename flow'), [{ op: 'patch-flow', id, patch: { name: name === '' ? null : name } }]);
}

/** Why a target is not accepted. */
function problemOf(text: string): string | null {
  const read = readNumber(text, { unit: 'ms' }, ownGroupMark());
  return read.ok ? null : read.message;
}

function takeRate(editor: Editor, id: string, text: string): void {
  const design = editor.design();
  const read = design === null ? null : readRate(design, id, text);
  if (read?.ok === true) editor.edit(t('Set rate'), [{ op: 'patch-flow', id, patch: { rate: read.rate } }]);
}

function takeTarget(editor: Editor, id: string, text: string): void {
  const read = readNumber(text, { unit: 'ms' }, ownGroupMark());
  if (read.ok) editor.edit(t('Set target'), [{ op: 'patch-flow-targets', id, patch: { p99Ms: read.value } }]);
}
