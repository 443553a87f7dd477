import { useState } from 'react';
import { ownGroupMark } from './group-mark';
import { editableNumber, exactNumber, type NumberShape, readNumber, steppedNumber } from './number-text';

interface NumberDraftOptions {
  readonly shape: NumberShape;
  readonly value: number | null;
  /** Where stepping begins while there is no value. */
  readonly placeholder: number | null;
  readonly clearable: boolean;
  readonly onCommit: (value: number | null) => void;
}

export interface NumberDraft {
  /** The text being edited; null while the field is not edited. */
  readonly text: string | null;
  /** Why the text is not accepted. */
  readonly problem: string | null;
  /** How an ambiguous number is read; null where it is not ambiguous. */
  readonly understood: string | null;
  readonly begin: () => void;
  readonly type: (text: string) => void;
  /** Accepts the text; false where it is not accepted, and the text stays. */
  readonly take: () => boolean;
  readonly drop: () => void;
  readonly step: (direction: 1 | -1, coarse: boolean) => void;
}

/** The state of a number field from the first key until its value is accepted. */
export function useNumberDraft(options: NumberDraftOptions): NumberDraft {
  const { shape, value, placeholder, clearable, onCommit } = options;
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const drop = (): void => {
    setText(null);
    setProblem(null);
  };
  const groupMark = ownGroupMark();
  const isUntouched =
    text === null || (value !== null && text === editableNumber(value, shape.unit, groupMark));
  const read = isUntouched ? null : readNumber(text, shape, groupMark);
  const take = (): boolean => {
    if (read?.ok === false) {
      setProblem(read.message);
      return false;
    }
    drop();
    if (read !== null && read.value !== value && (read.value !== null || clearable)) onCommit(read.value);
    return true;
  };
  return {
    text,
    problem,
    understood:
      read?.ok === true && read.value !== null && read.inDoubt === true
        ? exactNumber(read.value, shape.unit)
        : null,
    begin: () => {
      if (text === null && value !== null) setText(editableNumber(value, shape.unit, groupMark));
    },
    type: (next) => {
      setText(next);
      setProblem(null);
    },
    take,
    drop,
    step: (direction, coarse) => {
      const from = (read?.ok === true ? read.value : null) ?? value ?? placeholder ?? shape.min ?? 0;
      drop();
      onCommit(steppedNumber(from, direction, shape, coarse));
    },
  };
}
