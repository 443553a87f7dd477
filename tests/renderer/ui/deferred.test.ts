import { describe, expect, test } from 'vitest';
import { deferred, once } from '../../../renderer/ui/deferred';

describe('a loading', () => {
  test('runs once for all who ask', async () => {
    let runs = 0;
    const load = once(async () => {
      runs += 1;
    });
    await Promise.all([load(), load()]);
    await load();
    expect(runs).toBe(1);
  });

  test('that failed is tried anew when it is next asked for', async () => {
    let runs = 0;
    const load = once(async () => {
      runs += 1;
      if (runs === 1) throw new Error('no such file');
    });
    await expect(load()).rejects.toThrow('no such file');
    await load();
    expect(runs).toBe(2);
  });
});

test('a deferred part is loaded only when it is asked for, and says when it is there', async () => {
  let fetched = 0;
  const part = deferred(async () => {
    fetched += 1;
    return () => null;
  });
  expect(fetched).toBe(0);
  expect(part.isLoaded()).toBe(false);
  const loading = part.load();
  expect(part.isLoaded()).toBe(false);
  await loading;
  expect(part.isLoaded()).toBe(true);
  expect(fetched).toBe(1);
});
