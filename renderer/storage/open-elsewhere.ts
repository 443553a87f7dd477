import { useDocument } from '../store/document';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { isLocked } from './locks';

/** Whether another window has the design open; says so where it has. */
export async function isOpenElsewhere(id: string): Promise<boolean> {
  if (useDocument.getState().design?.id === id || !(await isLocked(id))) return false;
  toast(t('This design is open in another window; change it there.'));
  return true;
}
