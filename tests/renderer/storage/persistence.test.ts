import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

interface FakeManager {
  answer: boolean;
  asked: number;
  permission: string;
}

let manager: FakeManager;

/** A session of its own, with the browser's answers as `manager` has them. */
async function session() {
  vi.resetModules();
  return import('../../../renderer/storage/persistence');
}

beforeEach(() => {
  manager = { answer: false, asked: 0, permission: 'prompt' };
  let persisted = false;
  vi.stubGlobal('navigator', {
    permissions: { query: async () => ({ state: manager.permission }) },
    storage: {
      persisted: async () => persisted,
      persist: async () => {
        manager.asked += 1;
        persisted = manager.answer;
        return manager.answer;
      },
      estimate: async () => ({ usage: 1_000, quota: 2_000_000 }),
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('asking the browser to keep the library', () => {
  test('is done once in a session, and shows that it refused', async () => {
    const { askOncePerSession, usePersistence } = await session();
    await askOncePerSession();
    await askOncePerSession();
    expect(manager.asked).toBe(1);
    expect(usePersistence.getState()).toEqual({
      isPersistent: false,
      usageBytes: 1_000,
      quotaBytes: 2_000_000,
    });
  });

  test('is done again in the next session after a refusal, and no more once it is granted', async () => {
    await (await session()).askOncePerSession();
    manager.answer = true;
    const second = await session();
    await second.askOncePerSession();
    expect(manager.asked).toBe(2);
    expect(second.usePersistence.getState().isPersistent).toBe(true);
    await (await session()).askOncePerSession();
    expect(manager.asked).toBe(2);
  });

  test('is left to the button where the person said no for good', async () => {
    manager.permission = 'denied';
    const { askOncePerSession, askToPersist } = await session();
    await askOncePerSession();
    expect(manager.asked).toBe(0);
    expect(await askToPersist()).toBe(false);
    expect(manager.asked).toBe(1);
  });

  test('is not done where the browser has nothing to ask', async () => {
    vi.stubGlobal('navigator', {});
    const { askToPersist, usePersistence } = await session();
    expect(await askToPersist()).toBe(false);
    expect(usePersistence.getState().isPersistent).toBeNull();
  });
});
