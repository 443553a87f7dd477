import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');

const configSchema = z.object({
  extends: z.string().optional(),
  compilerOptions: z.record(z.string(), z.unknown()),
  references: z.array(z.object({ path: z.string() })).default([]),
});

/** The configurations have comments on lines of their own, which JSON has not. */
function configAt(path: string): z.infer<typeof configSchema> {
  const text = readFileSync(join(root, path), 'utf8').replace(/^\s*\/\/.*$/gm, '');
  return configSchema.parse(JSON.parse(text));
}

const base = configAt('tsconfig.json');
const environments = base.references.map(({ path }) =>
  normalize(path.endsWith('.json') ? path : `${path}/tsconfig.json`),
);

test.each([
  ['shared/tsconfig.json', ['ES2023'], []],
  ['electron/tsconfig.json', ['ES2023'], ['node']],
  ['electron/tsconfig.preload.json', ['ES2023', 'DOM'], []],
  ['renderer/tsconfig.json', ['ES2023', 'DOM', 'DOM.Iterable'], ['vite/client']],
  ['renderer/tsconfig.worker.json', ['ES2023', 'WebWorker'], []],
  ['renderer/tsconfig.node.json', ['ES2023'], ['node']],
  ['tests/tsconfig.json', ['ES2023', 'DOM', 'DOM.Iterable'], ['node', 'vite/client']],
] as const)('%s is compiled with the libraries of its environment', (path, lib, types) => {
  const options = { ...base.compilerOptions, ...configAt(path).compilerOptions };
  expect({ lib: options['lib'], types: options['types'] }).toEqual({ lib, types });
  expect(environments).toContain(path);
});

test.each(environments)(
  '%s stands on the one base and weakens none of its checks but for a reason',
  (path) => {
    const config = configAt(path);
    expect(normalize(join(dirname(path), config.extends ?? ''))).toBe('tsconfig.json');
    const weakened = Object.keys(config.compilerOptions).filter(
      (option) => base.compilerOptions[option] === true && config.compilerOptions[option] === false,
    );
    const argued: Record<string, readonly string[]> = {
      'renderer/tsconfig.json': ['noPropertyAccessFromIndexSignature'],
      'renderer/tsconfig.worker.json': ['composite', 'emitDeclarationOnly'],
    };
    expect(weakened).toEqual(argued[path] ?? []);
  },
);
