import type { Design } from '../../shared/model/schema';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { asNew, newDesign, storeNew } from './new-entry';
import type { Route } from './route';

/**
 * Stores what an address asks to be made, an empty design where it names no template, and gives the page that shows it.
 * The library, with the reason, where there is no such template or no room.
 */
export async function storeFor(template: string | null): Promise<Route> {
  const made = template === null ? await newDesign() : await newFrom(template);
  if (made === null) {
    toast(t('There is no template “{template}”.', { template: template ?? '' }), { tone: 'error' });
    return { page: 'library' };
  }
  if ((await storeNew(made)) !== null) return { page: 'design', id: made.id };
  toast(t('“{name}” could not be stored: there may be no room left.', { name: made.name }), {
    tone: 'error',
  });
  return { page: 'library' };
}

async function newFrom(template: string): Promise<Design | null> {
  const { templateOf } = await import('../../shared/templates/index');
  const found = templateOf(template);
  return found === undefined ? null : asNew(found.design);
}
