import { database } from './database';

/** The design that was open last, so that a window opened anew goes on with it; null after going home. */
export async function rememberOpen(id: string | null): Promise<void> {
  await database.settings.put({ key: 'last-open', value: id });
}

export async function lastOpen(): Promise<string | null> {
  const setting = await database.settings.get('last-open');
  return typeof setting?.value === 'string' ? setting.value : null;
}

/** Asks the browser once not to clear what is stored when space runs low. */
export async function askToPersist(): Promise<void> {
  if (!('storage' in navigator) || (await database.settings.get('persist-asked')) !== undefined) return;
  const granted = await navigator.storage.persist();
  await database.settings.put({ key: 'persist-asked', value: granted });
}
