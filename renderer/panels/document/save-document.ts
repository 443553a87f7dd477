import { endingsOf, type Format } from '../../../shared/formats/format';
import { htmlFormat } from '../../../shared/formats/html/index';
import { markdownFormat } from '../../../shared/formats/markdown/index';
import type { Design } from '../../../shared/model/schema';
import { blobOf, written } from '../../pictures/write-open';
import { platform } from '../../platform/current';
import { fileNameOf } from '../../storage/file';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';

/** Saves the document as a Markdown file, with the figures that it shows. */
export const saveAsMarkdown = (design: Design): Promise<void> => saveAs(markdownFormat, design);

/** Saves the document as one page with its diagram, and with the figures that it shows. */
export const saveAsHtml = (design: Design): Promise<void> => saveAs(htmlFormat, design);

async function saveAs(format: Format, design: Design): Promise<void> {
  try {
    const { content } = await written(format, { design, options: {} });
    await platform().saveFile(fileNameOf(design.name, endingsOf(format)[0]), blobOf(content, format));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    toast(t('The document could not be saved: {message}', { message }), { tone: 'error' });
  }
}
