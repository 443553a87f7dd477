import { TextField } from '../../panels/fields/TextField';
import { Field } from '../../ui/Field';

interface TextRowProps {
  readonly label: string;
  readonly value: string;
  readonly lines?: boolean;
  readonly placeholder?: string;
  readonly onWrite: (text: string) => void;
}

/** A labelled text of a problem. */
export function TextRow({ label, value, lines = false, placeholder, onWrite }: TextRowProps) {
  return (
    <Field label={label} stacked>
      {(ids) => (
        <TextField
          id={ids.id}
          multiline={lines}
          value={value}
          {...(placeholder === undefined ? {} : { placeholder })}
          onCommit={(text) => onWrite(text.trim())}
        />
      )}
    </Field>
  );
}
