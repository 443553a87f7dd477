import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeStorage } from '../../support/fake-storage';

/** A system that can go dark. */
class FakeSystem extends EventTarget {
  matches = false;
  goDark(): void {
    this.matches = true;
    this.dispatchEvent(new Event('change'));
  }
}

describe('the wishes about the window', () => {
  let system: FakeSystem;
  let storage: FakeStorage;
  let root: { dataset: { theme?: string } };
  let stop: () => void;

  /** A page that begins anew, with what was kept. */
  async function load() {
    vi.resetModules();
    const preferences = await import('../../../renderer/storage/preferences');
    const view = await import('../../../renderer/store/view');
    preferences.restorePreferences();
    stop = preferences.followPreferences();
    return view;
  }

  beforeEach(() => {
    system = new FakeSystem();
    storage = new FakeStorage();
    root = { dataset: {} };
    stop = () => undefined;
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', { documentElement: root });
    vi.stubGlobal('localStorage', storage);
    vi.stubGlobal('matchMedia', () => system);
  });

  afterEach(() => {
    stop();
    vi.unstubAllGlobals();
  });

  test('follow the system until one is said', async () => {
    await load();
    expect(root.dataset.theme).toBe('light');
    system.goDark();
    expect(root.dataset.theme).toBe('dark');
  });

  test('outlive the page', async () => {
    const first = await load();
    first.setView({ theme: 'dark', palette: false, drawer: 'layers' });
    expect(root.dataset.theme).toBe('dark');
    stop();
    const { useView } = await load();
    expect(useView.getState()).toMatchObject({ theme: 'dark', palette: false, drawer: 'layers' });
  });

  test('keep the overlay that was chosen, and show the load where what is stored is none', async () => {
    const first = await load();
    first.setView({ overlay: 'cost' });
    stop();
    const again = await load();
    expect(again.useView.getState().overlay).toBe('cost');
    stop();
    storage.setItem('loadline:view', JSON.stringify({ overlay: 'toString' }));
    const { useView } = await load();
    expect(useView.getState().overlay).toBe('load');
  });

  test('keep the shortcuts that were given, and of what is stored only those that can be read', async () => {
    const first = await load();
    first.setView({ shortcuts: { help: ['mod+h'], undo: [] } });
    stop();
    const { useView } = await load();
    expect(useView.getState().shortcuts).toEqual({ help: ['mod+h'], undo: [] });
    stop();
    const kept = {
      help: ['mod+h', 3],
      undo: 'mod+z',
      redo: ['Ctrl Y'],
      fit: ['shift+1', '+', 'mod++', 'f5'],
    };
    storage.setItem('loadline:view', JSON.stringify({ shortcuts: kept }));
    const again = await load();
    expect(again.useView.getState().shortcuts).toEqual({ fit: kept.fit });
  });

  test('do not keep what is only a way of looking at one design', async () => {
    const first = await load();
    first.setView({ load: 4, palette: false });
    stop();
    const { useView } = await load();
    expect(useView.getState().load).toBe(1);
  });

  test.each(['', '{', '[]', '{"theme":"pink","palette":"yes"}'])(
    'fall back where %j was kept',
    async (kept) => {
      storage.setItem('loadline:view', kept);
      const { useView } = await load();
      expect(useView.getState()).toMatchObject({ theme: 'system', palette: true });
    },
  );
});
