import { describe, expect, test } from 'vitest';
import { csvCell, toCsv } from '../../../shared/exporters/csv';
import { drawnAnalysis, drawnResolved, drawnTinyUrl } from '../../support/drawn-tinyurl';
import { expectGolden } from '../../support/golden';

test('golden table of TinyURL', () => {
  const input = { design: drawnTinyUrl, resolved: drawnResolved, analysis: drawnAnalysis, options: {} };
  expectGolden('tinyurl.csv', toCsv(input));
});

test('without an analysis the parts stand there with empty figures', () => {
  const csv = toCsv({ design: drawnTinyUrl, resolved: drawnResolved, analysis: null, options: {} });
  const rows = csv.split('\r\n');
  expect(rows).toHaveLength(1 + drawnResolved.nodes.length + 1);
  expect(rows[1]).toMatch(/^visitors,Visitors,client,Web client,client,,+$/);
});

describe('a cell', () => {
  test.each([
    [null, ''],
    [1.5, '1.5'],
    [-2, '-2'],
    [true, 'true'],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ])('%j is written %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
