import { createRequire } from 'node:module';
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The inner order of `shared/`: a layer may know those of the rows above its own, and nothing of its own row but itself.
 * The contract with the shell stands outside of it, since both sides read it.
 */
export const sharedRows: readonly (readonly string[])[] = [
  ['math'],
  ['model'],
  ['catalog'],
  ['layout'],
  ['edits', 'analysis'],
  ['rules', 'simulation', 'diagram'],
  ['formats', 'templates', 'practice'],
];

/**
 * The inner order of `renderer/`, kept in the same way. Words are below the primitives, which have words of their own
 * (Close, Dismiss); commands below what shows them: bars, panels, menus, the help sheet. The files at its root start it.
 */
export const rendererRows: readonly (readonly string[])[] = [
  ['words'],
  ['ui'],
  ['store'],
  ['platform'],
  ['engine'],
  ['storage'],
  ['pictures', 'canvas'],
  ['commands'],
  ['panels'],
  ['dialogs', 'library', 'practice'],
  ['frame'],
];

/** What `shared/` may take from outside: libraries that compute, and touch neither screen nor disk. */
const purePackages = [
  'zod',
  'fflate',
  'lucide',
  'intl-messageformat',
  '@formatjs/icu-messageformat-parser',
  'perfect-freehand',
  'roughjs',
  'markdown-it',
];

function rule(name: string, from: string, to: string, except?: string): IForbiddenRuleType {
  const target = except === undefined ? { path: to } : { path: to, pathNot: except };
  return { name, severity: 'error', from: { path: from }, to: target };
}

function orderOf(root: string, rows: readonly (readonly string[])[]): readonly IForbiddenRuleType[] {
  return rows.flatMap((row, index) => {
    const above = rows.slice(0, index).flat();
    return row.map((layer) =>
      rule(
        `${root}-${layer}-knows-only-above`,
        `^${root}/${layer}/`,
        `^${root}/`,
        `^${root}/(${[...above, layer].join('|')})/`,
      ),
    );
  });
}

export const forbidden: readonly IForbiddenRuleType[] = [
  ...orderOf('shared', sharedRows),
  ...orderOf('renderer', rendererRows),
  rule('shared-stands-alone', '^shared/', '^(renderer|electron|tests|assets)/'),
  // The configuration of a tool is no part of the window: it may take what both builds share.
  {
    name: 'renderer-stands-on-shared',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '\\.config\\.ts$' },
    to: { path: '^(electron|tests)/' },
  },
  rule('electron-stands-on-shared', '^electron/', '^(renderer|tests)/'),
  {
    name: 'no-node-in-the-window',
    severity: 'error',
    from: { path: '^(shared|renderer)/', pathNot: '\\.config\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  rule('no-electron-outside-the-shell', '^(shared|renderer)/', '(^|/)node_modules/electron/|^electron$'),
  rule(
    'shared-takes-pure-packages',
    '^shared/',
    '(^|/)node_modules/',
    `(^|/)node_modules/(${purePackages.join('|')})/`,
  ),
  rule(
    'no-view-library-in-the-shell',
    '^electron/',
    '(^|/)node_modules/(react|react-dom|@xyflow|zustand|dexie)/',
  ),
  {
    name: 'no-circle',
    severity: 'error',
    from: { path: '^(shared|renderer|electron)/' },
    to: { circular: true },
  },
  {
    name: 'every-import-is-found',
    severity: 'error',
    from: { path: '^(shared|renderer|electron)/' },
    to: { couldNotResolve: true },
  },
];

/** Reads the imports of folders below `baseDir`, type-only ones included, and holds them against the rules. */
export async function cruiseFolders(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  readTsxAsTsx();
  const { cruise } = await import('dependency-cruiser');
  const { output } = await cruise(
    [...folders],
    {
      baseDir,
      // Without this parser it reads nothing under TypeScript 7, and passes.
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.(css|woff2|svg|png)' },
      validate: true,
      ruleSet: { forbidden: [...forbidden] },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'require', 'types'],
    },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

/** dependency-cruiser never tells the parser that a file holds JSX, and stops at the first one that does. */
function readTsxAsTsx(): void {
  const swc = createRequire(import.meta.url)('@swc/core');
  if (swc.parseFileSync.readsTsx === true) return;
  const parse: (file: string, options: object) => unknown = swc.parseFileSync;
  const parseByName = (file: string, options: object) =>
    parse(file, { ...options, tsx: file.endsWith('.tsx') });
  swc.parseFileSync = Object.assign(parseByName, { readsTsx: true });
}
