import { useEffect, useRef } from 'react';

interface InPlaceTextProps {
  readonly value: string;
  readonly label: string;
  readonly className?: string | undefined;
  readonly onCommit: (text: string) => void;
  readonly onClose: () => void;
}

/** A text area that is where the text stood: Escape or leaving keeps what is written, Enter breaks the line. */
export function InPlaceText({ value, label, className, onCommit, onClose }: InPlaceTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
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
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
