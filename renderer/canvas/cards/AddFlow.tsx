import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { otherFlow } from '../../../shared/edits/flow-offers';
import type { Change } from '../../../shared/model/changes';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { keepBeside } from '../../ui/float';
import { ownGroupMark } from '../../ui/group-mark';
import { readNumber } from '../../ui/number-text';
import { t } from '../../words/t';
import { nextFlow } from '../add-flow';
import styles from './AddFlow.module.css';

interface AddFlowProps {
  readonly node: string;
  readonly flowCount: number;
  readonly selected: boolean;
}

/** "+ flow": the source's first one at once, then the other kind as a ratio of it. */
export function AddFlow({ node, flowCount, selected }: AddFlowProps) {
  const editor = useEditor();
  const [open, setOpen] = useState(false);
  const add = (): void => {
    const design = editor.design();
    if (flowCount === 0 && design !== null) editor.edit(t('Add flow'), [nextFlow(design, node)]);
    else setOpen(true);
  };
  return (
    <>
      <button
        type="button"
        className={`nodrag nopan ${styles.add}`}
        data-shown={selected || flowCount < 2}
        aria-expanded={open}
        onClick={(event) => {
          event.stopPropagation();
          add();
        }}
      >
        {t('+ flow')}
      </button>
      {open ? <Offer node={node} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type AddFlowChange = Extract<Change, { op: 'add-flow' }>;

/** The offer's flow at another ratio: reads to one write. */
function atRatio(change: AddFlowChange, ratio: number, usual: number): AddFlowChange {
  const factor = change.flow.kind === 'write' ? usual / ratio : ratio / usual;
  const { rate } = change.flow;
  return { ...change, flow: { ...change.flow, rate: { ...rate, ratio: (rate.ratio ?? 1) * factor } } };
}

/** Opens the form in the top layer, above the tools of the canvas. Returns the function that stops placing it. */
function openBelowCard(form: HTMLFormElement): () => void {
  const card = form.closest('.react-flow__node') ?? form;
  const canvas = form.closest('[data-canvas]');
  form.showPopover();
  const stopPlacing = keepBeside(
    form,
    { element: card },
    { placement: 'bottom-start', gapPx: 8, ...(canvas === null ? {} : { within: canvas }) },
  );
  const field = form.querySelector('input');
  field?.focus({ preventScroll: true });
  field?.select();
  return stopPlacing;
}

function Offer({ node, onClose }: { readonly node: string; readonly onClose: () => void }) {
  const editor = useEditor();
  const form = useRef<HTMLFormElement>(null);
  const design = editor.design();
  const offer = design === null ? null : otherFlow(design, node);
  const [name, setName] = useState(offer?.change.flow.name ?? '');
  const [ratio, setRatio] = useState(String(offer?.ratio ?? 1));
  const [problem, setProblem] = useState<string | null>(null);
  const noteId = useId();
  useLayoutEffect(() => (form.current === null ? undefined : openBelowCard(form.current)), []);
  if (offer === null || design === null) return null;
  const first = resolvedOf(design).flows.get(offer.of)?.name ?? '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readNumber(ratio, { unit: 'count' }, ownGroupMark());
    if (!read.ok || read.value === null || read.value <= 0) {
      setProblem(read.ok ? t('A ratio above 0.') : read.message);
      form.current?.querySelector<HTMLInputElement>('[inputmode="decimal"]')?.focus({ preventScroll: true });
      return;
    }
    const change = atRatio(offer.change, read.value, offer.ratio);
    const named = {
      ...change,
      flow: { ...change.flow, name: name.trim() === '' ? (offer.change.flow.name ?? '') : name.trim() },
    };
    if (editor.edit(t('Add flow'), [named])) editor.selectFlow(named.flow.id);
    onClose();
  };
  return (
    <form
      ref={form}
      popover="manual"
      className={`nodrag nopan nokey nowheel ${styles.offer}`}
      aria-label={t('Add flow')}
      onSubmit={submit}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <label className={styles.line}>
        <span>{offer.kind === 'write' ? t('Write flow') : t('Read flow')}</span>
        <input value={name} onChange={(event) => setName(event.target.value)} className={styles.name} />
      </label>
      <label className={styles.line}>
        <span>{t('Reads per write')}</span>
        <input
          value={ratio}
          onChange={(event) => {
            setRatio(event.target.value);
            setProblem(null);
          }}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : noteId}
          className={styles.ratio}
          inputMode="decimal"
        />
        <span>{t(': 1 of {flow}', { flow: first })}</span>
      </label>
      {problem === null ? null : (
        <p id={noteId} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <button type="submit" className={styles.submit}>
          {t('Add')}
        </button>
      </div>
    </form>
  );
}
