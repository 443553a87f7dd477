import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledName, openScripts } from './scripts.mjs';

const tinyurl = readFileSync(join(import.meta.dirname, '../../shared/templates/tinyurl.json'));
const small = Buffer.from(
  JSON.stringify({
    format: 'loadline',
    version: 1,
    id: 'small',
    name: 'Small',
    system: {
      nodes: [
        { id: 'client', kind: 'client' },
        { id: 'api', kind: 'service', targets: { p99Ms: 500 } },
      ],
      edges: [{ id: 'call', from: 'client', to: 'api' }],
      flows: [{ id: 'read', kind: 'read', entry: 'client', rate: { rps: 100 } }],
    },
  }),
);

/**
 * What each subcommand is called with, so that V8 compiles what it runs. Those that are called most come last, since V8 drops
 * what it has not run for a while.
 */
const calls = [
  ['size', 'small', '--json'],
  ['sweep', 'small', '--json'],
  ['schema'],
  ['templates'],
  ['export', 'tinyurl', '--format', 'svg', '--out', '-'],
  ['diff', 'small', 'tinyurl'],
  ['analyze', 'tinyurl', '--json'],
  ['analyze', 'tinyurl'],
  ['check', 'tinyurl'],
];

/** The machine that the calls run on: it has two designs and keeps nothing. */
const host = {
  /** @param {string} name */
  read: async (name) => ({ ok: true, value: name === 'small' ? small : tinyurl }),
  write: async () => ({ ok: true, value: null }),
  colour: false,
  now: () => '',
  newId: () => 'id',
};

/**
 * Runs what was built and writes, beside each script, what V8 compiled of it on the way.
 * @param {string} folder
 */
export async function keepCompiled(folder) {
  const scripts = openScripts(folder);
  const { run } = scripts.load('main.cjs');
  for (const words of calls) {
    const { exit, notes } = await run(words, host, '');
    if (exit !== 0) throw new Error(`loadline ${words.join(' ')} fails: ${notes.join(' ')}`);
  }
  for (const { name, script } of scripts.opened())
    writeFileSync(compiledName(join(folder, name)), script.createCachedData());
}
