import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { kinds } from '../../shared/catalog/index';
import { rules } from '../../shared/rules/index';
import { rulesWithQuickFix } from '../../shared/rules/with-quick-fix';
import { findingsOf } from '../shared/rules/assess';
import { kindsPage, rulesPage, withSection } from '../support/help-tables';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const counts = `${kinds.length} kinds of components, ${rules.length} design rules, ${rulesWithQuickFix.size} of them with a quick fix.`;

// UPDATE_GOLDEN=1 writes them, as it does the other kept files.
test.each([
  ['assets/help/kinds.md', kindsPage],
  ['assets/help/rules.md', rulesPage],
  ['README.md', () => withSection(read('README.md'), 'counts', counts)],
])('%s lists what there is', (path, write) => {
  const written = write();
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(join(projectRoot, path), written);
  expect(existsSync(join(projectRoot, path)) ? read(path) : '').toBe(written);
});

test('there are the kinds, rules and quick fixes that were asked for', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(45);
  expect(rules.length).toBeGreaterThanOrEqual(70);
  expect(rulesWithQuickFix.size).toBeGreaterThanOrEqual(30);
});

test('a rule is listed with a quick fix where one of its own examples gets one', () => {
  const withFix = rules.filter(({ id, examples }) =>
    examples.invalid.some(({ design }) =>
      findingsOf(design).some((finding) => finding.rule === id && finding.quickFix !== undefined),
    ),
  );
  expect([...rulesWithQuickFix]).toEqual(withFix.map(({ id }) => id));
});

test.each(['README.md', 'CONTRIBUTING.md', 'assets/help/model.md'])(
  '%s links to files that are there',
  (path) => {
    const links = [...read(path).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(join(projectRoot, dirname(path), link)))).toEqual([]);
  },
);

test('README is short and shows a picture', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThan(12_000);
  expect(read('README.md')).toMatch(/!\[[^\]]+\]\([^)]+\.png\)/);
});
