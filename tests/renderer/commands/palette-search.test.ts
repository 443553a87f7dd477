import { describe, expect, test } from 'vitest';
import { type PaletteEntry, searchEntries } from '../../../renderer/commands/palette-search';

const entry = (label: string, keywords: readonly string[] = []): PaletteEntry => ({
  id: label,
  label,
  hint: '',
  icon: 'box',
  keys: '',
  keywords,
  run: () => undefined,
});

const entries = [
  entry('Export…', ['png', 'picture']),
  entry('Copy as PNG', ['picture']),
  entry('Copy'),
  entry('Zoom in', ['scale']),
  entry('Redirect API'),
];
const found = (text: string): readonly string[] => searchEntries(entries, text).map(({ label }) => label);

describe('the search of the command palette', () => {
  test('shows everything in its order for an empty text', () => {
    expect(found('  ')).toEqual(entries.map(({ label }) => label));
  });

  test('puts the exact name before names that begin with it', () => {
    expect(found('copy')).toEqual(['Copy', 'Copy as PNG']);
  });

  test('puts a word of the name before a keyword', () => {
    expect(found('png')).toEqual(['Copy as PNG', 'Export…']);
  });

  test('finds words in any order', () => {
    expect(found('png copy')).toEqual(['Copy as PNG']);
  });

  test('finds the inside of a word last', () => {
    expect(found('direct')).toEqual(['Redirect API']);
  });

  test('takes signs for what they are', () => {
    expect(found('(.*')).toEqual([]);
  });
});
