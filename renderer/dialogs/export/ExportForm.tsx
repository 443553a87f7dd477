import { useState } from 'react';
import { toJson } from '../../../shared/exporters/json';
import { headOf } from '../../../shared/math/graphemes';
import type { Design } from '../../../shared/model/schema';
import { putOnClipboard } from '../../pictures/copy-as-png';
import { type PictureOptions, pictureOf, pngOf } from '../../pictures/picture';
import { selectedParts } from '../../pictures/selected-parts';
import { platform } from '../../platform/current';
import { fileNameOf } from '../../storage/file';
import { useDocument } from '../../store/document';
import { useSelection } from '../../store/selection';
import { toast } from '../../store/workspace';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import styles from './ExportForm.module.css';
import { ExportOptions } from './ExportOptions';
import { type ExportSettings, keepSettings, lastSettings } from './export-settings';
import { PicturePreview } from './PicturePreview';

interface ExportFormProps {
  readonly onDone: () => void;
}

/** The options of an export beside what comes of them. */
export function ExportForm({ onDone }: ExportFormProps) {
  const design = useDocument((state) => state.design);
  const selected = useSelection((state) => state.ids);
  const [settings, setSettings] = useState(lastSettings);
  const [selectionOnly, setSelectionOnly] = useState(false);
  if (design === null) return null;
  const { theme, background, caption, figures, embed } = settings;
  const only = selectionOnly ? { only: selectedParts(design, selected) } : {};
  const options: PictureOptions = { theme, background, caption, figures, embed, ...only };
  const change = (patch: Partial<ExportSettings>): void => {
    const next = { ...settings, ...patch };
    keepSettings(next);
    setSettings(next);
  };
  const save = (): void => {
    saveExport(design, settings, options).then(onDone, tellFailure);
  };
  const copy = (): void => {
    putOnClipboard(pngOf(design, { ...options, embed: false }, settings.scale), design.name).then(
      onDone,
      tellFailure,
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ExportOptions
        design={design}
        settings={settings}
        onChange={change}
        selection={selected.size === 0 ? null : { only: selectionOnly, onChange: setSelectionOnly }}
      />
      <div className={styles.result}>
        {settings.format === 'json' ? (
          <JsonPreview design={design} />
        ) : (
          <PicturePreview
            design={design}
            options={options}
            scale={settings.format === 'png' ? settings.scale : 1}
          />
        )}
      </div>
      <div className={styles.actions}>
        {settings.format === 'json' ? null : (
          <Button icon="copy" onClick={copy}>
            {t('Copy as PNG')}
          </Button>
        )}
        <Button variant="primary" icon="download" type="submit">
          {t('Save {file}', { file: fileNameOf(design.name, extensions[settings.format]) })}
        </Button>
      </div>
    </form>
  );
}

const extensions = { png: 'png', svg: 'svg', json: 'loadline.json' } as const;

async function saveExport(design: Design, settings: ExportSettings, options: PictureOptions): Promise<void> {
  const contents = await contentsOf(design, settings, options);
  await platform().saveFile(fileNameOf(design.name, extensions[settings.format]), contents);
}

async function contentsOf(design: Design, settings: ExportSettings, options: PictureOptions): Promise<Blob> {
  switch (settings.format) {
    case 'json':
      return new Blob([toJson(design)], { type: 'application/json' });
    case 'svg':
      return new Blob([(await pictureOf(design, options)).svg], { type: 'image/svg+xml' });
    case 'png':
      return pngOf(design, options, settings.scale);
  }
}

function tellFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  toast(t('The export failed: {message}', { message }), { tone: 'error' });
}

/** More of a long document is not shown: it is there to be recognized, not read. */
const shownCharacters = 4_000;

function JsonPreview({ design }: { readonly design: Design }) {
  const text = toJson(design);
  return (
    <div className={styles.json}>
      <p className={styles.about}>
        {t('The whole design with its notes: what Loadline opens again and a repository can keep.')}
      </p>
      <pre>{text.length > shownCharacters ? `${headOf(text, shownCharacters)}\n…` : text}</pre>
    </div>
  );
}
