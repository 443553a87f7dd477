import { type KeyboardEvent, useEffect, useRef } from 'react';

interface InPlaceInputProps {
  readonly value: string;
  readonly label: string;
  readonly className?: string | undefined;
  readonly onCommit: (text: string) => void;
  /** Called after the commit and where nothing is to be kept. */
  readonly onClose: () => void;
}

/** A field that stands where the text stood: Enter or leaving keeps the text, Escape cancels. */
export function InPlaceInput({ value, label, className, onCommit, onClose }: InPlaceInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = (keep: boolean): void => {
    if (done.current) return;
    done.current = true;
    const text = field.current?.value ?? value;
    if (keep && text !== value) onCommit(text);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter') finish(true);
    if (event.key === 'Escape') finish(false);
  };
  return (
    <input
      ref={field}
      className={`nodrag nopan nokey ${className ?? ''}`}
      defaultValue={value}
      aria-label={label}
      spellCheck={false}
      onBlur={() => finish(true)}
      onKeyDown={onKeyDown}
    />
  );
}
