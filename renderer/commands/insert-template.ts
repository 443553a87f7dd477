import { insertDesign } from '../../shared/edits/insert';
import type { TemplateId } from '../../shared/templates/titles';
import { perform } from '../canvas/perform';
import { fitAll } from '../canvas/viewport';
import type { Editor } from '../store/editors';
import { t } from '../words/t';

/** Inserts a template beside what the open design has, as one step of undo under its title, and shows the whole. */
export async function insertTemplate(editor: Editor, id: TemplateId): Promise<void> {
  const { templateOf } = await import('../../shared/templates/index');
  const template = templateOf(id);
  const design = editor.design();
  if (template === undefined || design === null) return;
  const other = { ...template.design, name: t(template.title) };
  if (perform(editor, insertDesign(design, { other }))) fitAll(editor);
}
