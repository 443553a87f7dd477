import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { templates } from '../../shared/templates/index';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Every text that the window shows, commands and buttons among them. */
const shown: ReadonlySet<string> = new Set(Object.keys(JSON.parse(read('assets/words/en.json'))));
const templateTitles: ReadonlySet<string> = new Set(templates.map(({ title }) => title));

/** What a text calls a control, stands on one: with the dots of a command that asks first, or without. */
const isControl = (name: string): boolean =>
  shown.has(name) || shown.has(`${name}…`) || templateTitles.has(name);

const named = (text: string, mark: RegExp): readonly string[] =>
  [...text.matchAll(mark)].map(([, name = '']) => name.replace(/\s+/g, ' '));

/** Names of controls are quoted in the window and in italics in the README, and start with a capital. */
const quoted = /“(\p{Lu}[^”{}]*)”/gu;
const inItalics = /(?<!\*)\*(\p{Lu}[^*]+)\*(?!\*)/gu;

test('a control that a text of the window names is in the window', () => {
  const names = [...shown].flatMap((text) => named(text, quoted));
  expect(names).toContain('Add a stand-in');
  expect(names.filter((name) => !isControl(name))).toEqual([]);
});

test('a control that the README names is in the window', () => {
  const names = named(read('README.md'), inItalics);
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !isControl(name))).toEqual([]);
});

test('a control that is not there is told', () => {
  expect(named('Choose “Frobnicate” or *Turn it off*.', quoted).filter((name) => !isControl(name))).toEqual([
    'Frobnicate',
  ]);
  expect(named('Choose *Turn it off*.', inItalics).filter((name) => !isControl(name))).toEqual([
    'Turn it off',
  ]);
});
