/** A store of the page, as an editor keeps what was drawn. */
const opened = new Promise<IDBDatabase>((done, fail) => {
  const opening = indexedDB.open('peer', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('scenes');
  opening.onsuccess = () => done(opening.result);
  opening.onerror = () => fail(opening.error);
});

export async function kept<T>(name: string): Promise<T | undefined> {
  const database = await opened;
  return new Promise((done, fail) => {
    const reading = database.transaction('scenes').objectStore('scenes').get(name);
    reading.onsuccess = () => done(reading.result as T | undefined);
    reading.onerror = () => fail(reading.error);
  });
}

export async function keep(name: string, value: unknown): Promise<void> {
  const database = await opened;
  return new Promise((done, fail) => {
    const writing = database.transaction('scenes', 'readwrite');
    writing.objectStore('scenes').put(value, name);
    writing.oncomplete = () => done();
    writing.onerror = () => fail(writing.error);
  });
}
