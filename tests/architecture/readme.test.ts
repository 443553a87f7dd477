import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { kinds } from '../../shared/catalog/index';
import { rules } from '../../shared/rules/index';
import { findingsOf } from '../shared/rules/assess';
import { kindTables, ruleTables, withSection } from '../support/readme-tables';

const path = join(projectRoot, 'README.md');
const readme = () => readFileSync(path, 'utf8');

/** The rules that offer a quick fix for one of their own examples. */
const mended = new Set(
  rules.flatMap(({ id, examples }) =>
    examples.invalid.some(({ design }) =>
      findingsOf(design).some((finding) => finding.rule === id && finding.quickFix !== undefined),
    )
      ? [id]
      : [],
  ),
);

// UPDATE_GOLDEN=1 writes them, as it does the other kept files.
test('README lists the kinds and the rules that there are', () => {
  const counts = `${kinds.length} kinds of components, ${rules.length} design rules, ${mended.size} of them with a quick fix.`;
  const written = withSection(
    withSection(withSection(readme(), 'kinds', kindTables()), 'rules', ruleTables(mended)),
    'counts',
    counts,
  );
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, written);
  expect(readme()).toBe(written);
});

test('there are the kinds, rules and quick fixes that were asked for', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(45);
  expect(rules.length).toBeGreaterThanOrEqual(70);
  expect(mended.size).toBeGreaterThanOrEqual(30);
});

test('README shows pictures that are there', () => {
  const pictures = [...readme().matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((picture) => !existsSync(join(projectRoot, picture)))).toEqual([]);
});
