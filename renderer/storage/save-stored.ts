import { database } from './database';
import { readStored } from './designs';
import { saveAsFile, saveRaw } from './file';
import { tellUnopened } from './unreadable';

/** Hands a stored design over as a file without opening it; one that cannot be read, as it lies in storage. */
export async function saveStoredAsFile(id: string): Promise<void> {
  const stored = await readStored(database, id);
  if (stored.kind === 'found') await saveAsFile(stored.design);
  else if (stored.kind === 'unreadable') await saveRaw(id, stored.raw);
  else tellUnopened(id, stored);
}
