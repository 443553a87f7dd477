import { markColorOf } from '../../../shared/diagram/palette';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import styles from './StyleChoices.module.css';
import type { StyleChoice, StyleField } from './style-fields';

interface StyleChoicesProps {
  readonly field: StyleField;
  /** Null where what is chosen is not one value. */
  readonly value: StyleChoice['value'] | null;
  /** Its title is beside it already. */
  readonly isTitled?: boolean;
  readonly onChoose: (value: StyleChoice['value']) => void;
}

/** A field of an annotation's style: colours as dots, else a list. */
export function StyleChoices({ field, value, isTitled = false, onChoose }: StyleChoicesProps) {
  const { title, choices, isColor, needsTitle = false } = field;
  if (isColor) return <Colors field={field} value={value} onChoose={onChoose} />;
  const at = choices.findIndex((choice) => choice.value === value);
  const options = choices.map((choice, index) => ({
    value: String(index),
    title:
      needsTitle && !isTitled
        ? t('{field}: {choice}', { field: t(title), choice: t(choice.title) })
        : t(choice.title),
  }));
  return (
    <Select
      label={t(title)}
      className={styles.list}
      value={String(at)}
      options={at < 0 ? [{ value: '-1', title: t('Several') }, ...options] : options}
      onChange={(next) => {
        const choice = choices[Number(next)];
        if (choice !== undefined) onChoose(choice.value);
      }}
    />
  );
}

function Colors({ field, value, onChoose }: StyleChoicesProps) {
  return (
    <fieldset className={styles.colors} aria-label={t(field.title)}>
      {field.choices.map((choice) => {
        const color = markColorOf(String(choice.value));
        return (
          <button
            key={choice.title}
            type="button"
            aria-pressed={choice.value === value}
            aria-label={t(choice.title)}
            data-tip={t(choice.title)}
            className={styles.color}
            data-line={color}
            data-paper={color}
            data-field={field.id}
            onClick={() => onChoose(choice.value)}
          />
        );
      })}
    </fieldset>
  );
}
