import type { TemplateId } from '../../shared/templates/titles';
import { createDesign } from './library';

/** Opens a template as a new design. The designs are loaded when one is chosen, if its picture has not done so. */
export async function createFromTemplate(id: TemplateId): Promise<void> {
  const { templateOf } = await import('../../shared/templates/index');
  const template = templateOf(id);
  if (template !== undefined) await createDesign(template.design);
}
