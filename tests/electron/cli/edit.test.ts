import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../../electron/cli/host';
import { run } from '../../../electron/cli/run';
import { projectRoot } from '../../../electron/launch/project.mjs';
import { analyze } from '../../../shared/analysis/analyze';
import { readDesignText } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { operations } from '../../../shared/edits/operations';
import { printDesign } from '../../../shared/model/print-design';
import type { Design } from '../../../shared/model/schema';
import { templateOf } from '../../../shared/templates';

const tinyurl = templateOf('tinyurl')?.design;
if (tinyurl === undefined) throw new Error('There is no template tinyurl.');
const script = readFileSync(join(projectRoot, 'tests/fixtures/scripts/tinyurl.jsonl'), 'utf8');

/** Runs a command line on files held in memory. */
function call(files: Readonly<Record<string, string>>, ...words: string[]) {
  const host: Host = {
    read: async (name) => {
      const text = files[name];
      return text === undefined
        ? { ok: false, message: 'There is no such file.' }
        : { ok: true, value: new TextEncoder().encode(text) };
    },
    write: async () => ({ ok: true, value: null }),
    colour: false,
    now: () => '2026-01-01T00:00:00.000Z',
    newId: () => 'new-id',
  };
  return run(words, host, '1.0.0');
}

const edited = (lines: string, design: Design = tinyurl) =>
  call({ 'a.json': printDesign(design), script: lines }, 'edit', 'a.json', '--script', 'script');

function designOf(output: string | Uint8Array): Design {
  const read = readDesignText(String(output));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function figuresOf(design: Design) {
  const result = analyze(resolve(design));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

describe('edit', () => {
  test('has its operations in its help', async () => {
    const help = String((await call({}, 'help', 'edit')).output);
    expect(operations.filter(({ id }) => !help.includes(`\n  ${id}`))).toEqual([]);
  });

  test('runs the script that README shows', async () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    const shown = readme.split('\n').filter((line) => line.startsWith('    {"op":'));
    expect(shown.length).toBeGreaterThan(1);
    const empty = await call({}, 'new', 'empty', '--out', '-');
    const files = { 'a.json': String(empty.output), script: shown.join('\n') };
    expect((await call(files, 'edit', 'a.json', '--script', 'script')).notes).toEqual([]);
  });

  test('builds TinyURL from nothing, to the figures of the template', async () => {
    const empty = await call({}, 'new', 'empty', '--out', '-');
    const built = await call(
      { 'a.json': String(empty.output), script },
      'edit',
      'a.json',
      '--script',
      'script',
    );
    expect(built.notes).toEqual([]);
    const ours = figuresOf(designOf(built.output));
    const theirs = figuresOf(tinyurl);
    const named = ({ flows, totals }: typeof ours) => ({
      flows: flows.map(({ bottleneck: _, budget: __, ...figures }) => figures),
      totals,
    });
    // Parts are in another order, so sums differ in their last digits.
    const rounded = (of: unknown): unknown =>
      JSON.parse(
        JSON.stringify(of, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)),
      );
    expect(rounded(named(ours))).toEqual(rounded(named(theirs)));
    const layers = (of: typeof ours) => of.layers.map(({ busiest: _, ...figures }) => figures);
    expect(rounded(layers(ours))).toEqual(rounded(layers(theirs)));
  });

  test('takes the quick fix of a finding', async () => {
    const uncached = templateOf('tinyurl-without-cache')?.design;
    const line = JSON.stringify({ op: 'fix', rule: 'saturated', target: 'links' });
    const { output, notes } = await edited(line, uncached);
    expect(notes).toEqual([]);
    expect(designOf(output).system.nodes?.some(({ kind }) => kind === 'cache')).toBe(true);
  });

  test.each([
    ['not JSON', 'line 1: This is not JSON'],
    ['{"op":"ad","kind":"cache"}', 'line 1: There is no operation "ad". Did you mean add?'],
    ['\n{"op":"add","kind":"cash"}', 'line 2: There is no kind of component cash.'],
    ['{"op":"connect","from":"lb","to":"nowhere"}', 'line 1: There is no component nowhere.'],
    ['{"op":"move","ids":["lb"],"dx":"5","dy":0}', 'line 1: move: dx: '],
    ['{"op":"delete","ids":["gone"]}', 'line 1: There is no part gone.'],
    ['{"op":"patch-config","id":"lb","patch":{"replicas":-2}}', 'line 1: '],
    ['{"op":"patch-node","id":"gone","patch":{}}', 'line 1: patch-node changes nothing'],
    ['{"op":"fix","rule":"saturated","target":"lb"}', 'line 1: saturated finds nothing at lb.'],
    ['[]', 'line 1: An operation is an object with the name of it in "op".'],
  ])('refuses %s with its line, and writes nothing', async (lines, message) => {
    const { exit, output, notes } = await edited(lines);
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(notes[0]).toContain(message);
  });

  test('runs thousands of lines, each of which costs what it touches', async () => {
    const nodes = Array.from({ length: 500 }, (_, at) => ({
      op: 'add',
      kind: 'service',
      name: `S${at}`,
      at: { x: 0, y: 200 * at },
    }));
    const calls = nodes.slice(1).map((_, at) => ({ op: 'connect', from: `s${at >> 1}`, to: `s${at + 1}` }));
    const tuned = nodes.map((_, at) => ({ op: 'patch-config', id: `s${at}`, patch: { replicas: 3 } }));
    const script = [...nodes, ...calls, ...tuned].map((line) => JSON.stringify(line)).join('\n');
    const { notes, output } = await edited(script);
    expect(notes).toEqual([]);
    expect(designOf(output).system.nodes?.length).toBe((tinyurl.system.nodes?.length ?? 0) + 500);
  });
});
