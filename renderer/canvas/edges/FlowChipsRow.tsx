import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { chooseFlow, type FlowChip, flowChips, split } from '../../../shared/edits/flow-chips';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { shareText } from '../../words/figures';
import { t } from '../../words/t';
import { useReadOnly } from '../parts';
import { focusCanvas } from '../viewport';
import { EdgePopover } from './EdgePopover';
import styles from './FlowChipsRow.module.css';

/** Over a second edge of a distributor: what it carries. The likeliest is chosen already; Enter or a click takes it. */
export function FlowChipsRow() {
  const edge = useView((state) => state.edgeChips);
  const design = useDocument((state) => state.design);
  const chips = useMemo(
    () => (edge === null || design === null ? null : flowChips(design, edge)),
    [edge, design],
  );
  const readOnly = useReadOnly();
  if (edge === null || chips === null || readOnly) return null;
  return (
    <Chips key={edge} edge={edge} options={chips.options} likely={chips.selected} share={chips.splitShare} />
  );
}

interface ChipsProps {
  readonly edge: string;
  readonly options: readonly FlowChip[];
  readonly likely: string;
  readonly share: number;
}

/** "50/50" where two share alike, else the share of this edge. */
function splitWords(share: number): string {
  return Math.abs(share - 0.5) < 0.005
    ? t('All split 50/50')
    : t('All split, {share} here', { share: shareText(share) });
}

function take(editor: Editor, edge: string, option: FlowChip): void {
  const design = editor.design();
  if (design === null) return;
  const label =
    option.choice === split ? t('Split all flows') : t('Carry only {flow}', { flow: option.name });
  editor.edit(label, chooseFlow(design, edge, option.choice));
  editor.setView({ edgeChips: null });
}

function Chips({ edge, options, likely, share }: ChipsProps) {
  const editor = useEditor();
  const [chosen, setChosen] = useState(likely);
  const sheet = useRef<HTMLFieldSetElement>(null);
  const isAdding = useView((state) => state.adding !== null);
  useEffect(() => {
    // The add box, while it is open, keeps the keyboard: Tab leads here.
    if (isAdding) return;
    sheet.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus({ preventScroll: true });
  }, [isAdding]);
  const move = (by: number): void => {
    const at = options.findIndex(({ choice }) => choice === chosen);
    const next = options[(at + by + options.length) % options.length];
    if (next === undefined) return;
    setChosen(next.choice);
    const buttons = sheet.current?.querySelectorAll<HTMLElement>('button');
    buttons?.[options.indexOf(next)]?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') {
      editor.setView({ edgeChips: null });
      focusCanvas(editor);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <EdgePopover edge={edge} label={t('What does this edge carry?')} innerRef={sheet} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        {options.map((option) => (
          <button
            key={option.choice}
            type="button"
            aria-pressed={option.choice === chosen}
            tabIndex={option.choice === chosen ? 0 : -1}
            className={styles.chip}
            onFocus={() => setChosen(option.choice)}
            onClick={() => {
              take(editor, edge, option);
              if (!isAdding) focusCanvas(editor);
            }}
          >
            {option.choice === split ? splitWords(share) : option.name}
          </button>
        ))}
        <span className={styles.enter} aria-hidden="true">
          ↵
        </span>
      </div>
    </EdgePopover>
  );
}
