import { t } from '../../i18n/t';
import styles from '../inspector/Inspector.module.css';
import { choiceTitle } from './choice-words';

interface ChoiceSetProps {
  readonly id?: string;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of several, in the order in which they are offered. */
export function ChoiceSet({ id, label, describedBy, options, chosen, onChange }: ChoiceSetProps) {
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
          {t(choiceTitle(option))}
        </label>
      ))}
    </fieldset>
  );
}
