import { excerpt } from '../../shared/edits/excerpt';
import { endingsOf, type Format } from '../../shared/formats/format';
import { jsonFormat } from '../../shared/formats/json';
import { markdownFormat } from '../../shared/formats/markdown';
import { svgFormat } from '../../shared/formats/svg';
import { platform } from '../platform/current';
import { fileNameOf } from '../storage/file';
import { currentDesign } from '../store/document';
import { useSelection } from '../store/selection';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { selectedParts } from './selected-parts';
import { blobOf, type Export, written } from './write-open';

/** The formats that are copied as text, by their ids. */
export const textFormats = { svg: svgFormat, markdown: markdownFormat, json: jsonFormat } as const;

/** The selected parts, or the whole open design, as a text of this format; null where no design is open. */
export async function textOf(format: Format): Promise<string | null> {
  const design = currentDesign();
  if (design === null) return null;
  const ids = useSelection.getState().ids;
  const selected = ids.size === 0 ? [] : selectedParts(design, ids);
  const options = format === svgFormat ? { embed: false, caption: selected.length === 0 } : {};
  const what: Export =
    selected.length === 0
      ? { design, options }
      : format === jsonFormat
        ? { design: excerpt(design, selected), options }
        : { design, options, only: selected };
  return writtenText(format, what);
}

/** What a file of this format would hold, as text. */
export async function writtenText(format: Format, what: Export): Promise<string> {
  const { content } = await written(format, what);
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** Puts the selected parts, or the whole design, on the clipboard as text; offers a file where the browser refuses. */
export async function copyAsText(id: keyof typeof textFormats): Promise<void> {
  const format = textFormats[id];
  const design = currentDesign();
  if (design === null) return;
  await putTextOnClipboard(
    format,
    textOf(format).then((found) => found ?? ''),
    design.name,
  );
}

/** The text of a design in this format on the clipboard; a file is offered where the browser refuses. */
export async function putTextOnClipboard(format: Format, text: Promise<string>, name: string): Promise<void> {
  // Given as a promise, so that the clipboard is written while the press still counts as the person's.
  const plain = text.then((content) => new Blob([content], { type: 'text/plain' }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') throw error;
    offerFile(format, name, await text);
    return;
  }
  toast(t('Copied as {format}', { format: format.name }));
}

function offerFile(format: Format, name: string, text: string): void {
  toast(t('The browser does not allow copying here.'), {
    action: {
      label: t('Save as file'),
      run: () => void platform().saveFile(fileNameOf(name, endingsOf(format)[0]), blobOf(text, format)),
    },
  });
}
