import { expect, test, vi } from 'vitest';
import { editableRate, rateAsRatioOf, ratioText, readRate } from '../../../renderer/canvas/rate-text';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';

vi.stubGlobal('navigator', { language: 'en-US' });

const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    nodes: [{ id: 'user', kind: 'client' }],
    flows: [
      { id: 'redirect', name: 'Redirect', kind: 'read', entry: 'user', rate: { rps: 11_600 } },
      { id: 'again', name: 'Redirect again', kind: 'read', entry: 'user', rate: { rps: 10 } },
      {
        id: 'shorten',
        name: 'Shorten',
        kind: 'write',
        entry: 'user',
        rate: { flow: 'redirect', ratio: 0.01 },
      },
      { id: 'clicks', name: 'Clicks', kind: 'write', entry: 'user', rate: { flow: 'redirect', ratio: 3 } },
    ],
  },
};
const resolvedFlow = (id: string) => {
  const flow = resolve(design).flows.find((of) => of.id === id);
  if (flow === undefined) throw new Error(`no flow ${id}`);
  return flow;
};
const read = (text: string, id = 'shorten') => {
  const result = readRate(design, id, text);
  return result?.ok === true ? result.rate : null;
};

test('a ratio is written with its smaller side 1, as it is said, and read back as it was', () => {
  expect(ratioText(design, resolvedFlow('shorten'))).toBe('100 : 1 of Redirect');
  expect(ratioText(design, resolvedFlow('clicks'))).toBe('1 : 3 of Redirect');
  expect(ratioText(design, resolvedFlow('redirect'))).toBeNull();
  expect(read(editableRate(design, resolvedFlow('shorten')))).toEqual({ flow: 'redirect', ratio: 0.01 });
});

test('a number in its place gives the flow a rate of its own', () => {
  expect(read('250')).toEqual({ rps: 250 });
  expect(readRate(design, 'shorten', '')).toBeNull();
});

test('the flow is the one whose whole name stands at the end, the first where none does', () => {
  expect(read('20:1 of redirect again')).toEqual({ flow: 'again', ratio: 0.05 });
  expect(read('20 : 1 Redirect')).toEqual({ flow: 'redirect', ratio: 0.05 });
  expect(read('1 : 4')).toEqual({ flow: 'redirect', ratio: 4 });
});

test.each([
  ['0 : 1'],
  ['1 : 0 of Redirect'],
  ['many : 1 of Redirect'],
  ['1 : 2 of nothing'],
  // Redirect would follow what follows it.
  ['1 : 2 of Shorten', 'redirect'],
])('%s is refused with a reason', (text, id = 'shorten') => {
  expect(readRate(design, id, text)).toMatchObject({ ok: false });
});

test('what a flow has now becomes a ratio of equal size', () => {
  expect(rateAsRatioOf(design, 'again', 'redirect')).toEqual({ flow: 'redirect', ratio: 0.000_862_069 });
  expect(rateAsRatioOf(design, 'again', 'gone')).toBeNull();
});
