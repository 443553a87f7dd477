import type { Outcome } from '../../electron/cli/command';
import type { Host } from '../../electron/cli/host';
import { run } from '../../electron/cli/run';
import { printDesign } from '../../shared/model/print-design';
import type { Design } from '../../shared/model/schema';
import { templateOf } from '../../shared/templates';

const designOf = (id: string): Design => {
  const template = templateOf(id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  return template.design;
};
export const tinyurl = designOf('tinyurl');

/** A machine with these files, and what was written to it. */
export function hostWith(files: Readonly<Record<string, Design>>, colour = false) {
  const written = new Map<string, string | Uint8Array>();
  const host: Host = {
    read: async (name) => {
      const design = files[name];
      if (design === undefined) return { ok: false, message: 'There is no such file.' };
      return { ok: true, value: new TextEncoder().encode(printDesign(design)) };
    },
    write: async (name, content) => {
      written.set(name, content);
      return { ok: true, value: null };
    },
    colour,
    now: () => '2026-11-22T12:00:00.000Z',
    newId: () => 'new-id',
  };
  return { host, written };
}

/** Two designs to name in a command line. */
export const files = { 'a.json': tinyurl, 'b.json': designOf('tinyurl-without-cache') };
/** Runs a command line where those two are. */
export const call = (...words: string[]): Promise<Outcome> => run(words, hostWith(files).host, '1.2.3');
