import { showNotice } from '../store/notice';
import { toast } from '../store/workspace';
import { problemWords } from '../words/problem-words';
import { t } from '../words/t';
import { database } from './database';
import { deleteStored } from './deleted';
import type { ReadOutcome } from './designs';
import { saveRaw } from './file';

/** Says why a stored design cannot be used, and offers what can still be done with it. */
export function tellUnopened(id: string, outcome: Exclude<ReadOutcome, { kind: 'found' }>): void {
  if (outcome.kind === 'missing') {
    toast(t('That design is not in this library.'));
    return;
  }
  if (outcome.kind === 'failed') {
    toast(t('The design could not be read: {message}. Try again.', { message: outcome.message }), {
      tone: 'error',
    });
    return;
  }
  showNotice({
    title: t('This design cannot be read'),
    text: t('It stays in storage as it is. You can save its raw data to a file, fix it there and open that.'),
    lines: outcome.problems.map((problem) => problemWords(problem)),
    actions: [
      { label: t('Delete'), run: () => void deleteStored(id) },
      {
        label: t('Save its raw data to a file'),
        variant: 'primary',
        run: () => void saveRaw(id, outcome.raw),
      },
    ],
  });
}

/** Hands over both rows of a damaged entry as they lie in storage. */
export async function saveDamaged(key: string): Promise<void> {
  const [summary, body] = await Promise.all([database.designs.get(key), database.bodies.get(key)]);
  await saveRaw(String(key), { summary, body });
}
