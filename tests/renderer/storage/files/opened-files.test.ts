import { beforeEach, expect, test, vi } from 'vitest';

const { imported } = vi.hoisted(() => ({ imported: [] as File[][] }));
vi.mock('../../../../renderer/storage/files/import-file', () => ({
  importFiles: async (files: File[]) => void imported.push(files),
}));

const { importOpened } = await import('../../../../renderer/storage/files/opened-files');
const { useWorkspace } = await import('../../../../renderer/store/workspace');

beforeEach(() => {
  imported.length = 0;
  useWorkspace.setState({ toasts: [] });
});

test('files that are opened with the app are imported under their names; of the others is said why not', async () => {
  await importOpened([
    { ok: false, name: 'film.json', problem: 'too-large', detail: '' },
    { ok: true, name: 'shop.json', bytes: new TextEncoder().encode('{}') },
    { ok: false, name: 'gone.json', problem: 'unreadable', detail: 'ENOENT: no such file' },
  ]);
  expect(imported.map((files) => files.map(({ name }) => name))).toEqual([['shop.json']]);
  expect(await imported[0]?.[0]?.text()).toBe('{}');
  expect(useWorkspace.getState().toasts.map(({ text }) => text)).toEqual([
    '“film.json” is too large to be opened.',
    '“gone.json” could not be read: ENOENT: no such file',
  ]);
});
