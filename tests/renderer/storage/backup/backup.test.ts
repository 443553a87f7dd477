import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backUp, previewRestore, restore } from '../../../../renderer/storage/backup/backup';
import { readLibraryFile } from '../../../../renderer/storage/backup/library-file';
import { libraryFileWriter } from '../../../../renderer/storage/backup/library-file-writer';
import { type RestorableFile, restorableOf } from '../../../../renderer/storage/backup/restorable';
import { type Database, openDatabase } from '../../../../renderer/storage/database';
import { readStored, writeDesign } from '../../../../renderer/storage/designs';
import { readLibrary, readTrash } from '../../../../renderer/storage/library-lines';
import { moveToTrash } from '../../../../renderer/storage/trash';
import { readVersion, saveVersion, versionKey, versionsOf } from '../../../../renderer/storage/versions';
import { readDesignText } from '../../../../shared/catalog/read';
import { crc32 } from '../../../../shared/math/crc32';
import { emptyDesign } from '../../../../shared/model/empty-design';

const monday = '2026-01-05T10:00:00.000Z';
const tuesday = '2026-01-06T10:00:00.000Z';
const friday = '2026-01-09T10:00:00.000Z';

let databases: Database[];
let ids = 0;

const freshId = (): string => {
  ids += 1;
  return `fresh-${ids}`;
};

function newDatabase(): Database {
  const database = openDatabase(`test-${crypto.randomUUID()}`);
  databases.push(database);
  return database;
}

/** A library of two designs and one in the trash. */
async function threeDesigns(): Promise<Database> {
  const database = newDatabase();
  await writeDesign(database, emptyDesign('a', 'Orders', monday), 0, monday);
  await writeDesign(database, emptyDesign('b', 'Заказы / v2: "final"', monday), 0, tuesday);
  await writeDesign(database, emptyDesign('c', 'Deleted', monday), 0, monday);
  await moveToTrash(database, 'c', tuesday);
  return database;
}

async function bytesOf(database: Database): Promise<Uint8Array<ArrayBuffer>> {
  const { file } = await backUp(database, friday);
  return new Uint8Array(await file.arrayBuffer());
}

async function entriesOf(database: Database): Promise<Extract<RestorableFile, { ok: true }>> {
  const read = restorableOf(readLibraryFile(await bytesOf(database)));
  if (!read.ok) throw new Error(read.reason);
  expect(read.damaged).toEqual([]);
  return read;
}

const contentsOf = async (database: Database) => ({
  designs: (await readLibrary(database)).designs,
  bodies: (await database.bodies.toArray()).map(({ design }) => design),
  trash: (await readTrash(database)).map(({ name, deletedAt }) => ({ name, deletedAt })),
});

beforeEach(() => {
  databases = [];
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const database of databases) database.close();
});

describe('a backup', () => {
  test('restores a whole library into an empty one: designs, dates and trash', async () => {
    const original = await threeDesigns();
    const empty = newDatabase();
    const plan = await restore(empty, await entriesOf(original), friday, freshId);
    expect(plan).toMatchObject({ newCount: 3, sameCount: 0, differentCount: 0 });
    expect(await contentsOf(empty)).toEqual(await contentsOf(original));
  });

  test('has a file for each design, that is a design file by itself', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(await bytesOf(await threeDesigns()));
    const names = Object.keys(files);
    expect(names).toEqual([
      'designs/0001 Orders.loadline.json',
      'designs/0002 Заказы v2 final.loadline.json',
      'trash/0003 Deleted.loadline.json',
      'library.json',
    ]);
    const first = files['designs/0001 Orders.loadline.json'];
    expect(readDesignText(strFromU8(first ?? new Uint8Array()))).toMatchObject({ ok: true });
  });

  test('has a design that cannot be read too, as it is, and says by name that it is not restored', async () => {
    const original = newDatabase();
    const raw = { name: 'From the future', format: 'loadline', version: 99 };
    await original.bodies.put({ id: 'x', revision: 1, design: raw });
    const file = readLibraryFile(await bytesOf(original));
    const entry = { design: raw, name: 'From the future', updatedAt: null, deletedAt: null };
    expect(file).toEqual({ ok: true, entries: [entry], versions: [], damaged: [] });
    const unreadable = ['From the future'];
    expect(restorableOf(file)).toEqual({ ok: true, entries: [], versions: [], damaged: [], unreadable });
  });
});

describe('restoring', () => {
  test('changes nothing where the library has all of it', async () => {
    const database = await threeDesigns();
    const before = await contentsOf(database);
    const plan = await restore(database, await entriesOf(database), friday, freshId);
    expect(plan).toMatchObject({ newCount: 0, sameCount: 3, differentCount: 0 });
    expect(await contentsOf(database)).toEqual(before);
  });

  test('keeps both states of a design that differs, and does so once only', async () => {
    const database = await threeDesigns();
    const entries = await entriesOf(database);
    await writeDesign(
      database,
      { ...emptyDesign('a', 'Orders', monday), system: { nodes: [{ id: 'client', kind: 'client' }] } },
      1,
      friday,
    );
    const plan = await restore(database, entries, friday, freshId);
    expect(plan).toMatchObject({ newCount: 0, sameCount: 2, differentCount: 1 });
    expect(await readStored(database, 'a')).toMatchObject({
      revision: 2,
      design: { name: 'Orders', system: { nodes: [{ id: 'client' }] } },
    });
    const names = (await readLibrary(database)).designs.map(({ name }) => name);
    expect(names.sort()).toEqual(['Orders', 'Orders (restored)', 'Заказы / v2: "final"']);
    expect(await restore(database, entries, friday, freshId)).toMatchObject({ added: [], sameCount: 3 });
  });

  test('adds the versions of the designs, once, and none of a design that is not there', async () => {
    const original = await threeDesigns();
    const kept = {
      ...emptyDesign('a', 'Orders', monday),
      system: { nodes: [{ id: 'client', kind: 'client' }] },
    };
    await saveVersion(original, kept, 'Before the split', tuesday);
    await saveVersion(original, { ...kept, id: 'gone' }, 'Of none', tuesday);
    const backup = await entriesOf(original);
    const empty = newDatabase();
    expect(await restore(empty, backup, friday, freshId)).toMatchObject({ newCount: 3, versionCount: 1 });
    expect(await versionsOf(empty, 'a')).toMatchObject([{ name: 'Before the split', savedAt: tuesday }]);
    expect(await readVersion(empty, versionKey('a', tuesday))).toMatchObject({ kind: 'found', design: kept });
    expect(await previewRestore(empty, backup)).toMatchObject({ added: [], versionCount: 0 });
    expect(await restore(empty, backup, friday, freshId)).toMatchObject({ added: [], versionCount: 0 });
  });

  test('brings back what was deleted since', async () => {
    const database = await threeDesigns();
    const entries = await entriesOf(database);
    await moveToTrash(database, 'a', friday);
    expect(await restore(database, entries, friday, freshId)).toMatchObject({ newCount: 1, sameCount: 2 });
    expect(await readStored(database, 'a')).toMatchObject({ kind: 'found' });
  });

  test('writes all or nothing where the disk is full on the way', async () => {
    const entries = await entriesOf(await threeDesigns());
    const database = newDatabase();
    const put = IDBObjectStore.prototype.put;
    let count = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      count += 1;
      if (count === 4) throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    expect(await restore(database, entries, friday, freshId)).toMatchObject({ ok: false, reason: 'full' });
    vi.restoreAllMocks();
    expect(await contentsOf(database)).toEqual({ designs: [], bodies: [], trash: [] });
  });
});

describe('a file that is no backup', () => {
  const list = (value: unknown): Uint8Array => zipSync({ 'library.json': strToU8(JSON.stringify(value)) });

  test.each([
    ['nothing', new Uint8Array(), 'no-backup'],
    ['a text', strToU8('{"format":"loadline"}'), 'no-backup'],
    ['another ZIP', zipSync({ 'a.txt': strToU8('a') }), 'no-backup'],
    ['a list of something else', list({ format: 'other' }), 'no-backup'],
    ['a list that is no JSON', zipSync({ 'library.json': strToU8('{') }), 'damaged'],
    ['one of a newer version', list({ format: 'loadline-library', version: 2, entries: [] }), 'newer'],
  ])('%s', (_form, bytes, reason) => {
    expect(readLibraryFile(bytes)).toEqual({ ok: false, reason });
  });

  test('one that was cut off anywhere is refused', async () => {
    const bytes = await bytesOf(await threeDesigns());
    for (let length = 4; length < bytes.length; length += 7)
      expect(readLibraryFile(bytes.subarray(0, length)), `${length} bytes`).toMatchObject({ ok: false });
  });

  test('one that would fill the memory is refused before it is unpacked', () => {
    const bytes = zipSync({ 'library.json': new Uint8Array(10), big: new Uint8Array(1_000) });
    const size = bytes.findIndex(
      (_byte, at) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true) === 0x02014b50,
    );
    // The unpacked size in the directory's first entry says 4 GB.
    bytes.set([0xff, 0xff, 0xff, 0xf0], size + 24);
    expect(readLibraryFile(bytes)).toEqual({ ok: false, reason: 'too-large' });
  });

  /** A backup of one entry, its check sum right. */
  const backupOf = (file: string, content: Uint8Array, sum = crc32(content)): Uint8Array => {
    const entries = [{ file, name: 'Ours', updatedAt: null, deletedAt: null, crc32: sum }];
    const listed = strToU8(JSON.stringify({ format: 'loadline-library', version: 1, entries }));
    return zipSync({ 'library.json': listed, 'designs/1.json': content });
  };
  const damagedOne = { ok: true, entries: [], versions: [], damaged: ['Ours'] };

  test('a design in one that is nested as no design is is not parsed', () => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(readLibraryFile(backupOf('designs/1.json', new Uint8Array(1_000_000).fill(0x5b)))).toEqual(
      damagedOne,
    );
    expect(parse).toHaveBeenCalledTimes(1);
    parse.mockRestore();
  });

  test.each(['toString', 'constructor', '__proto__', 'valueOf'])(
    'an entry called %s that is not there is none',
    (file) => {
      for (const sum of [0, crc32(new Uint8Array())])
        expect(readLibraryFile(backupOf(file, strToU8('{}'), sum))).toEqual(damagedOne);
    },
  );

  test('of one with many damaged entries not all others are unpacked again for each', () => {
    const files = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [`designs/${at}.json`, strToU8('{"a":"bbbbbbbbbb"}')]),
    );
    const bytes = zipSync({ 'library.json': strToU8('{}'), ...files });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // Every design's way of packing becomes one that is not known.
    for (let at = 0, seen = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && ++seen > 1) view.setUint16(at + 10, 99, true);
    expect(readLibraryFile(bytes)).toEqual({ ok: false, reason: 'damaged' });
  });

  test('one with any byte changed never gives a design that was not in it', async () => {
    const bytes = await bytesOf(await threeDesigns());
    const originals = new Set(
      (await entriesOf(databases[0] ?? newDatabase())).entries.map((one) => JSON.stringify(one.design)),
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = new Uint8Array(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        const read = readLibraryFile(changed);
        if (read.ok)
          for (const { design } of read.entries) expect(originals).toContain(JSON.stringify(design));
      }),
    );
  });

  test('a damaged design is named, and the others are there', async () => {
    const writer = libraryFileWriter();
    for (const name of ['First', 'Second'])
      writer.add({ design: emptyDesign(name, name, monday), name, updatedAt: monday, deletedAt: null });
    const bytes = new Uint8Array(await writer.finish(friday).arrayBuffer());
    // Past the local header and the name of the first file.
    bytes.fill(0xff, 80, 90);
    expect(readLibraryFile(bytes)).toMatchObject({
      ok: true,
      damaged: ['First'],
      entries: [{ name: 'Second' }],
    });
  });
});

test('a library of a thousand designs comes back whole', () => {
  const writer = libraryFileWriter();
  for (let at = 0; at < 1_000; at += 1)
    writer.add({
      design: emptyDesign(`d${at}`, `Design ${at}`, monday),
      name: `Design ${at}`,
      updatedAt: monday,
      deletedAt: at % 10 === 0 ? tuesday : null,
    });
  return writer
    .finish(friday)
    .arrayBuffer()
    .then((buffer) => {
      const read = readLibraryFile(new Uint8Array(buffer));
      expect(read.ok && read.entries.length).toBe(1_000);
      expect(read.ok && read.entries.filter((one) => one.deletedAt !== null).length).toBe(100);
    });
});
