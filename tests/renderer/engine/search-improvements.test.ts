import { describe, expect, test } from 'vitest';
import type { SearchProgress } from '../../../renderer/engine/protocol';
import { searchImprovements } from '../../../renderer/engine/search-improvements';
import { searchLimitMs } from '../../../renderer/engine/search-limit';
import { templateOf } from '../../../shared/templates/index';

const template = templateOf('monolith');
if (template === undefined) throw new Error('There is no such template.');
const { id, name, system } = template.design;
const request = {
  about: 'improvements',
  design: { id, name, system },
  load: 1,
  flow: system.flows?.[0]?.id ?? '',
} as const;

describe('the search for improvements in the worker', () => {
  test('reports each try, then what it found', async () => {
    const heard: SearchProgress[] = [];
    const { signal } = new AbortController();
    const found = await searchImprovements(request, { signal, report: (one) => heard.push(one) }, () => 0);
    expect(found.total).toBeGreaterThan(0);
    expect(found.tried).toBe(found.total);
    expect(heard[0]).toEqual({ tried: 0, total: found.total });
    expect(heard.map(({ tried }) => tried)).toEqual(heard.map((_, at) => at));
  });

  test('ends when it is aborted', async () => {
    const controller = new AbortController();
    const report = ({ tried }: SearchProgress): void => {
      if (tried === 1) controller.abort();
    };
    const found = await searchImprovements(request, { signal: controller.signal, report }, () => 0);
    expect(found.tried).toBe(1);
  });

  test('ends at its time limit with what it found', async () => {
    let at = 0;
    const now = (): number => {
      at += searchLimitMs / 2;
      return at;
    };
    const { signal } = new AbortController();
    const found = await searchImprovements(request, { signal, report: () => {} }, now);
    expect(found.tried).toBe(1);
  });
});
