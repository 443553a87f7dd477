import { useEffect, useRef } from 'react';
import { useEditor } from '../../store/editors';
import { keyboardHolder } from '../focus-back';

interface InPlaceTextProps {
  readonly value: string;
  readonly label: string;
  readonly className?: string | undefined;
  readonly onCommit: (text: string) => void;
  readonly onClose: () => void;
}

/** A text area that is where the text stood: Escape or leaving keeps what is written, Enter breaks the line. */
export function InPlaceText({ value, label, className, onCommit, onClose }: InPlaceTextProps) {
  const editor = useEditor();
  const field = useRef<HTMLTextAreaElement>(null);
  const giveBack = useRef<() => void>(() => undefined);
  useEffect(() => {
    giveBack.current = keyboardHolder(editor);
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [editor]);
  return (
    <textarea
      ref={field}
      className={`nodrag nopan nokey nowheel ${className ?? ''}`}
      defaultValue={value}
      aria-label={label}
      spellCheck={false}
      onBlur={(event) => {
        onCommit(event.currentTarget.value);
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        // Leaving keeps what is written.
        if (event.key === 'Escape') giveBack.current();
      }}
    />
  );
}
