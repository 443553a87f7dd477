import { expect, type Page } from '@playwright/test';
import type { Design } from '../../shared/model/schema';

/** What the first journey ends with, whichever way it was gone: TinyURL with all that the window filled in by itself. */
export function expectTinyUrl({ system, layout }: Design): void {
  const nodes = system.nodes ?? [];
  const flows = system.flows ?? [];
  const edges = system.edges ?? [];
  expect(nodes.map((node) => node.kind).toSorted()).toEqual([
    'cache',
    'cdn',
    'client',
    'key-value-store',
    'load-balancer',
    'service',
    'service',
    'stream',
    'worker',
  ]);
  const [redirect, shorten] = flows;
  expect(flows.map(({ name, kind }) => [name, kind])).toEqual([
    ['Redirect', 'read'],
    ['Shorten', 'write'],
  ]);
  // 1B/day ×6 = 10⁹ · 6 / 86 400 s; writes are a hundredth of it.
  expect(redirect?.rate.rps).toBeCloseTo(69_444.4, 1);
  expect(shorten?.rate).toEqual({ flow: redirect?.id, ratio: 0.01 });
  expect([redirect, shorten].flatMap((flow) => flow?.targets?.p99Ms ?? [])).toEqual([100]);

  const carried = (to: string) =>
    edges.find((edge) => edge.from === 'load-balancer' && edge.to === to)?.flows;
  expect(carried('service')).toEqual([redirect?.id]);
  expect(carried('service-2')).toEqual([shorten?.id]);
  const missing = edges.filter((edge) => edge.onMissOf !== undefined);
  expect(missing.map(({ from, to, onMissOf }) => [from, to, onMissOf])).toEqual([
    ['service', 'key-value-store', 'cache'],
  ]);
  expect(edges.find((edge) => edge.to === 'stream')?.mode).toBe('async');
  expect(edges.filter((edge) => edge.from === 'stream')).toHaveLength(1);
  expect(nodes.find((node) => node.id === 'service')?.config?.replicas).toBeGreaterThan(2);
  expect(Object.keys(layout?.nodes ?? {}).toSorted()).toEqual(nodes.map((node) => node.id).toSorted());
}

/** The size in pixels of the picture on the clipboard; fails where there is none. */
export function pictureOnClipboard(page: Page): Promise<{ readonly width: number; readonly height: number }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) throw new Error('The clipboard is empty.');
    const { width, height } = await createImageBitmap(await item.getType('image/png'));
    return { width, height };
  });
}
