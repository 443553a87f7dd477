import { useState } from 'react';
import type { Format } from '../../../shared/formats/format';
import { putOnClipboard } from '../../pictures/copy-as-png';
import { putTextOnClipboard, writtenText } from '../../pictures/copy-as-text';
import { selectedParts } from '../../pictures/selected-parts';
import { blobOf, type Export, pngToCopy, written } from '../../pictures/write-open';
import { platform } from '../../platform/current';
import { fileNameOf } from '../../storage/file';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useSelection } from '../../store/selection';
import { toast } from '../../store/workspace';
import { Button } from '../../ui/Button';
import { t, wordsOf } from '../../words/t';
import styles from './ExportForm.module.css';
import { ExportOptions } from './ExportOptions';
import { type ExportSettings, firstSettings, keepSettings } from './export-settings';
import { PicturePreview } from './PicturePreview';
import { TextPreview } from './TextPreview';

interface ExportFormProps {
  readonly onDone: () => void;
}

/** The options of an export beside its preview. */
export function ExportForm({ onDone }: ExportFormProps) {
  const design = useDocument((state) => state.design);
  const selected = useSelection((state) => state.ids);
  const { view } = useEditor();
  const [settings, setSettings] = useState(() => firstSettings(view.getState()));
  const [selectionOnly, setSelectionOnly] = useState(false);
  if (design === null) return null;
  const { format, options } = settings;
  const isPicture = format.preview === 'picture';
  const only = selectionOnly && isPicture ? { only: selectedParts(design, selected) } : {};
  const what: Export = { design, options, ...only };
  const change = (next: ExportSettings): void => {
    keepSettings(next);
    setSettings(next);
  };
  const copy = (): void => {
    const copied = isPicture
      ? putOnClipboard(pngToCopy(what), design.name)
      : putTextOnClipboard(format, writtenText(format, what), design.name);
    copied.then(onDone, showFailure);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        saveExport(format, what).then(onDone, showFailure);
      }}
    >
      <ExportOptions
        design={design}
        settings={settings}
        onChange={change}
        selection={selected.size === 0 ? null : { only: selectionOnly, onChange: setSelectionOnly }}
      />
      <div className={styles.result}>
        {isPicture ? (
          <PicturePreview what={what} scale={scaleOf(settings)} />
        ) : (
          <TextPreview format={format} what={what} />
        )}
      </div>
      <div className={styles.actions}>
        <Button icon="copy" onClick={copy}>
          {isPicture ? t('Copy as PNG') : t('Copy as {format}', { format: format.name })}
        </Button>
        <Button variant="primary" icon="download" type="submit">
          {t('Save {file}', { file: fileNameFor(format, design.name) })}
        </Button>
      </div>
    </form>
  );
}

const fileNameFor = (format: Format, name: string): string => fileNameOf(name, format.extensions[0]);

/** The scale of a raster image; 1 for other formats. */
function scaleOf({ format, options }: ExportSettings): number {
  const { scale } = format.options.parse(options);
  return typeof scale === 'number' ? scale : 1;
}

async function saveExport(format: Format, what: Export): Promise<void> {
  const { content, losses } = await written(format, what);
  await platform().saveFile(fileNameFor(format, what.design.name), blobOf(content, format));
  for (const loss of losses) toast(wordsOf(loss));
}

function showFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  toast(t('The export failed: {message}', { message }), { tone: 'error' });
}
