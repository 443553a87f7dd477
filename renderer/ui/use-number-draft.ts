import { useState } from 'react';
import { editableNumber, type NumberShape, readNumber, steppedNumber } from './number-text';

interface NumberDraftOptions {
  readonly shape: NumberShape;
  readonly value: number | null;
  /** Where stepping begins while there is no value. */
  readonly placeholder: number | null;
  readonly clearable: boolean;
  readonly onCommit: (value: number | null) => void;
}

export interface NumberDraft {
  /** What is being typed; null while the field rests. */
  readonly text: string | null;
  /** Why what was typed cannot be taken. */
  readonly problem: string | null;
  readonly begin: () => void;
  readonly type: (text: string) => void;
  /** Takes what was typed; false where it cannot be, which leaves it standing. */
  readonly take: () => boolean;
  readonly drop: () => void;
  readonly step: (direction: 1 | -1, coarse: boolean) => void;
}

/** What happens between the first key and the value that is taken. */
export function useNumberDraft(options: NumberDraftOptions): NumberDraft {
  const { shape, value, placeholder, clearable, onCommit } = options;
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const drop = (): void => {
    setText(null);
    setProblem(null);
  };
  const take = (): boolean => {
    const isUntouched = text === null || (value !== null && text === editableNumber(value, shape.unit));
    const read = isUntouched ? null : readNumber(text, shape);
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
    begin: () => {
      if (text === null && value !== null) setText(editableNumber(value, shape.unit));
    },
    type: (next) => {
      setText(next);
      setProblem(null);
    },
    take,
    drop,
    step: (direction, coarse) => {
      const typed = text === null ? null : readNumber(text, shape);
      const from = (typed?.ok === true ? typed.value : null) ?? value ?? placeholder ?? shape.min ?? 0;
      drop();
      onCommit(steppedNumber(from, direction, shape, coarse));
    },
  };
}
