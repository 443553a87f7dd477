import { markdownFormat } from '../../../shared/formats/markdown/index';
import type { Design } from '../../../shared/model/schema';
import { blobOf, written } from '../../pictures/write-open';
import { platform } from '../../platform/current';
import { fileNameOf } from '../../storage/file';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';

/** Saves the document as a Markdown file, with the figures that it shows. */
export async function saveAsMarkdown(design: Design): Promise<void> {
  try {
    const { content } = await written(markdownFormat, { design, options: {} });
    await platform().saveFile(fileNameOf(design.name, 'md'), blobOf(content, markdownFormat));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    toast(t('The document could not be saved: {message}', { message }), { tone: 'error' });
  }
}
