import { type ReactNode, useId } from 'react';
import { formats } from '../../../shared/formats';
import { type FormatOption, type OptionValue, optionsOf } from '../../../shared/formats/options';
import { packDesign } from '../../../shared/model/packed-design';
import type { Design } from '../../../shared/model/schema';
import { Select } from '../../ui/Select';
import { bytesText } from '../../words/figures';
import { t } from '../../words/t';
import styles from './ExportOptions.module.css';
import type { ExportSettings } from './export-settings';

interface ExportOptionsProps {
  readonly design: Design;
  readonly settings: ExportSettings;
  readonly onChange: (settings: ExportSettings) => void;
  /** Whether only the selection is drawn; null where nothing is selected. */
  readonly selection: { readonly only: boolean; readonly onChange: (only: boolean) => void } | null;
}

/** The format, and a control for each of its options. */
export function ExportOptions({ design, settings, onChange, selection }: ExportOptionsProps) {
  const { format, options } = settings;
  const all = optionsOf(format.options);
  const hasSelection = selection !== null && format.preview === 'picture';
  const rowFor = (option: FormatOption) => ({
    option,
    value: option.name in options ? options[option.name] : option.standard,
    onChange: (value: OptionValue) => onChange({ format, options: { ...options, [option.name]: value } }),
  });
  return (
    <div className={styles.options}>
      <Choice
        legend={t('Format')}
        value={format.id}
        choices={formats.map(({ id, name }) => [id, name] as const)}
        onChange={(id) => onChange({ format: formats.find((one) => one.id === id) ?? format, options })}
      />
      {all.filter(isChoice).map((option) => (
        <OptionChoice key={option.name} {...rowFor(option)} />
      ))}
      <div className={styles.checks}>
        {hasSelection ? (
          <Check checked={selection.only} onChange={selection.onChange}>
            {t('Selection only')}
          </Check>
        ) : null}
        {all
          .filter((option) => !isChoice(option))
          .map((option) => (
            <OptionCheck key={option.name} design={design} {...rowFor(option)} />
          ))}
      </div>
    </div>
  );
}

const isChoice = ({ offered }: FormatOption): boolean => offered !== undefined;

interface OptionProps {
  readonly option: FormatOption;
  readonly value: OptionValue;
  readonly onChange: (value: OptionValue) => void;
}

/** An option with values to choose from. */
function OptionChoice({ option: { title, offered = [] }, value, onChange }: OptionProps) {
  return (
    <Choice
      legend={t(title)}
      value={String(value)}
      choices={offered.map(([one, words]) => [String(one), t(words)] as const)}
      onChange={(chosen) => onChange(offered.find(([one]) => String(one) === chosen)?.[0])}
    />
  );
}

/** An on/off option. */
function OptionCheck({ option, value, onChange, design }: OptionProps & { readonly design: Design }) {
  const { title, note, off, bytesPerPackedByte } = option;
  const values: Readonly<Record<string, string>> =
    bytesPerPackedByte === undefined
      ? {}
      : { size: bytesText(packDesign(design).length * bytesPerPackedByte) };
  return (
    <Check
      checked={off === undefined ? value === true : value !== off}
      onChange={(isOn) => onChange(off === undefined ? isOn : isOn ? undefined : off)}
      {...(note === undefined ? {} : { note: t(note, values) })}
    >
      {t(title)}
    </Check>
  );
}

interface ChoiceProps {
  readonly legend: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, title: string])[];
  readonly onChange: (value: string) => void;
}

/** More values than have room beside each other are a list. */
const segmentsAtMost = 5;

function Choice({ legend, value, choices, onChange }: ChoiceProps) {
  const name = useId();
  if (choices.length > segmentsAtMost)
    return (
      <div className={styles.choice}>
        <label htmlFor={name}>{legend}</label>
        <Select
          id={name}
          className={styles.list}
          value={value}
          options={choices.map(([option, title]) => ({ value: option, title }))}
          onChange={onChange}
        />
      </div>
    );
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.segments}>
        {choices.map(([option, title]) => (
          <label key={option} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly note?: string;
  readonly children: ReactNode;
}

function Check({ checked, onChange, note, children }: CheckProps) {
  const noteId = useId();
  return (
    <div className={styles.check}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={note === undefined ? undefined : noteId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{children}</span>
      </label>
      {note === undefined ? null : (
        <p id={noteId} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
