import { describe, expect, test } from 'vitest';
import { call } from '../../support/cli-host';

describe('diff', () => {
  test('--json tells what changed, and what became of every figure', async () => {
    const { exit, output } = await call('diff', 'a.json', 'b.json', '--json');
    const { changes, figures } = JSON.parse(String(output));
    expect(exit).toBe(0);
    expect(changes).toContainEqual({ kind: 'removed', part: 'node', id: 'hot-links', name: 'Hot links' });
    const links = figures.filter((figure: { kind: string; part: string }) => figure.part === 'links');
    expect(links).toContainEqual(expect.objectContaining({ kind: 'node', metric: 'p99Ms', after: null }));
    expect(new Set(figures.map((figure: { kind: string }) => figure.kind))).toEqual(
      new Set(['totals', 'flow', 'layer', 'hop', 'node', 'edge']),
    );
  });

  test('text shows both values and the change, a design against itself none', async () => {
    const text = String((await call('diff', 'a.json', 'b.json')).output);
    expect(text).toMatch(/^ {2}− node Hot links \(hot-links\)$/m);
    expect(text).toMatch(/^ {2}node +Links +offered +1\.3k rps +11\.7k rps +\+818 %$/m);
    expect((await call('diff', 'a.json', 'a.json')).output).toBe(
      'Nothing of the system changed.\n\nNo figure changed.\n',
    );
  });

  test('both sides cannot be standard input', async () => {
    expect(await call('diff', '-', '-')).toMatchObject({
      exit: 2,
      notes: [expect.stringContaining('standard input')],
    });
  });
});
