import { database } from './database';

/** The design that was open last, so that a window opened anew goes on with it; null after going home. */
export async function rememberOpen(id: string | null): Promise<void> {
  await database.settings.put({ key: 'last-open', value: id });
}

export async function lastOpen(): Promise<string | null> {
  const setting = await database.settings.get('last-open');
  return typeof setting?.value === 'string' ? setting.value : null;
}
