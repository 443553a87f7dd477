import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, toCsv } from '../../../../shared/formats/csv/write';
import { drawnAnalysis, drawnResolved } from '../../../support/drawn-tinyurl';
import { expectGolden } from '../../../support/golden';

test('golden table of TinyURL', () => {
  const input = { resolved: drawnResolved, analysis: drawnAnalysis };
  expectGolden('tinyurl.csv', toCsv(input));
});

test('without an analysis the parts are listed with empty figures', () => {
  const csv = toCsv({ resolved: drawnResolved, analysis: null });
  const rows = csv.split('\r\n');
  expect(rows).toHaveLength(1 + drawnResolved.nodes.length + 1);
  expect(rows[1]).toMatch(/^"visitors","Visitors","client","Web client","client",,+$/);
});

describe('a cell', () => {
  test.each([
    [null, ''],
    [1.5, '1.5'],
    [-2, '-2'],
    [true, 'true'],
    ['', '""'],
    ['plain', '"plain"'],
    ['12', '"12"'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['a-b = c', '"a-b = c"'],
    ['a; b, c', '"a; b, c"'],
    ['=1+1', '"\'=1+1"'],
    ['+1', '"\'+1"'],
    ['-1', '"\'-1"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\uff1d1+1', '"\'\uff1d1+1"'],
    [';=1', '"\';\'=1"'],
    [',=1', '"\',=1"'],
    ['a;=1', '"a;\'=1"'],
    ['a\n=1', '"a\n\'=1"'],
    ['a; \u200b@SUM(A1)', '"a;\' \u200b@SUM(A1)"'],
    ['\t1', '"\'\t1"'],
    ['\r1', '"\'\r1"'],
    ['  =1', '"\'  =1"'],
    ['\u00a0=1', '"\'\u00a0=1"'],
    ['\u200b\ufeff=1', '"\'\u200b\ufeff=1"'],
    ['\u0000=1', '"\'\u0000=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ])('%j is written %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

const characters = ['=', '+', '-', '@', ';', ',', '\t', '\r', '\n', ' ', '\u200b', '"', 'a', '1'];

test('no cell begins with a formula, wherever a spreadsheet separates them', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...characters) }), (text) => {
      const inner = csvCell(text).slice(1, -1);
      // As one sees it that separates at semicolons, tabs and line ends, and knows no quotes.
      for (const piece of inner.split(/[;\t\r\n]/)) expect(piece).not.toMatch(/^[\s\u200b]*[=+\-@]/);
      expect(inner.replaceAll('""', '')).not.toContain('"');
    }),
  );
});

test('a cell of many blanks is written at once', () => {
  for (const part of [' ', '\t', ';', '\n ', '\u200b'])
    expect(csvCell(`${part.repeat(50_000)}a`).length).toBeGreaterThan(50_000);
});
