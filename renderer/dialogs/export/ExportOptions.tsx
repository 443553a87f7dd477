import { type ReactNode, useId } from 'react';
import { packDesign } from '../../../shared/model/packed-design';
import type { Design } from '../../../shared/model/schema';
import { bytesText } from '../../words/figures';
import { t } from '../../words/t';
import styles from './ExportOptions.module.css';
import type { ExportSettings } from './export-settings';

interface ExportOptionsProps {
  readonly design: Design;
  readonly settings: ExportSettings;
  readonly onChange: (patch: Partial<ExportSettings>) => void;
  /** Whether only the selection is drawn; null where nothing is selected. */
  readonly selection: { readonly only: boolean; readonly onChange: (only: boolean) => void } | null;
}

/** Base64, in which an SVG carries it, is a third longer. */
const sizeOf = (design: Design, format: ExportSettings['format']): number =>
  packDesign(design).length * (format === 'svg' ? 4 / 3 : 1);

export function ExportOptions({ design, settings, onChange, selection }: ExportOptionsProps) {
  const { format, scale, theme } = settings;
  return (
    <div className={styles.options}>
      <Choice
        legend={t('Format')}
        value={format}
        options={[
          ['png', 'PNG'],
          ['svg', 'SVG'],
          ['json', 'JSON'],
        ]}
        onChange={(value) => onChange({ format: value })}
      />
      {format === 'json' ? null : (
        <>
          {format === 'png' ? (
            <Choice
              legend={t('Scale')}
              value={String(scale) as '1' | '2' | '3'}
              options={[
                ['1', '1×'],
                ['2', '2×'],
                ['3', '3×'],
              ]}
              onChange={(value) => onChange({ scale: Number(value) as 1 | 2 | 3 })}
            />
          ) : null}
          <Choice
            legend={t('Colours')}
            value={theme}
            options={[
              ['light', t('Light')],
              ['dark', t('Dark')],
            ]}
            onChange={(value) => onChange({ theme: value })}
          />
          <div className={styles.checks}>
            {selection === null ? null : (
              <Check checked={selection.only} onChange={selection.onChange}>
                {t('Only what is selected')}
              </Check>
            )}
            <Check checked={settings.background} onChange={(background) => onChange({ background })}>
              {t('Background')}
            </Check>
            <Check checked={settings.figures} onChange={(figures) => onChange({ figures })}>
              {t('Figures')}
            </Check>
            <Check
              checked={settings.caption}
              note={t('Load, flows, p99 against target, date')}
              onChange={(caption) => onChange({ caption })}
            >
              {t('Caption')}
            </Check>
            <Check
              checked={settings.embed}
              note={t(
                '{size} more: the whole design, notes and all, so that the picture can be opened and changed here. Copies do not carry it.',
                {
                  size: bytesText(sizeOf(design, format)),
                },
              )}
              onChange={(embed) => onChange({ embed })}
            >
              {t('Design inside')}
            </Check>
          </div>
        </>
      )}
    </div>
  );
}

interface ChoiceProps<V extends string> {
  readonly legend: string;
  readonly value: V;
  readonly options: readonly (readonly [value: V, title: string])[];
  readonly onChange: (value: V) => void;
}

function Choice<V extends string>({ legend, value, options, onChange }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.segments}>
        {options.map(([option, title]) => (
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
