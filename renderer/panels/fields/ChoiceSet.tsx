import { type FieldShape, wordOf } from '../../../shared/model/fields/field';
import { t } from '../../words/t';
import styles from '../inspector/Inspector.module.css';

interface ChoiceSetProps {
  readonly id?: string;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly shape: Extract<FieldShape, { type: 'several' }>;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of several, in the order in which they are offered. */
export function ChoiceSet({ id, label, describedBy, shape, chosen, onChange }: ChoiceSetProps) {
  const { options } = shape;
  const toggle = (option: string, on: boolean): void =>
    onChange(options.filter((one) => (one === option ? on : chosen.includes(one))));
  return (
    <fieldset id={id} aria-label={label} aria-describedby={describedBy} className={styles.checks}>
      {options.map((option) => (
        <label key={option} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) => toggle(option, event.currentTarget.checked)}
          />
          {t(wordOf(shape, option))}
        </label>
      ))}
    </fieldset>
  );
}
