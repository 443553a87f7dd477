import { describe, expect, test } from 'vitest';
import { readStream, showsColour } from '../../../electron/cli/host';
import { nearest } from '../../../electron/cli/nearest';
import { printable } from '../../../electron/cli/printable';
import { styleOf } from '../../../electron/cli/style';
import { textTable } from '../../../electron/cli/text-table';

describe('nearest', () => {
  const known = ['check', 'analyze', 'export', 'templates', 'new', 'schema'];
  test.each([
    ['chekc', 'check'],
    ['analyse', 'analyze'],
    ['Export', 'export'],
    ['temp', 'templates'],
    ['nwe', 'new'],
    ['simulate', null],
    ['', null],
    ['x'.repeat(100_000), null],
  ])('%.20s → %s', (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });
});

describe('a table of text', () => {
  test('is aligned by columns of the terminal, words left, figures right', () => {
    const table = {
      title: 'Parts',
      columns: [
        { title: 'Name', align: 'left' as const },
        { title: 'Rate', align: 'right' as const },
      ],
      rows: [
        ['日本', '5'],
        ['Écoute', '1200'],
      ],
    };
    expect(textTable(table, styleOf(false))).toBe(
      ['Parts', '  Name    Rate', '  日本       5', '  Écoute  1200', ''].join('\n'),
    );
  });

  test.each([
    ['abc', 3],
    ['日本', 4],
    // An e with an accent put on top of it.
    ['e\u0301', 1],
    ['Привет', 6],
    ['🙂', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['👍🏿', 2],
    ['🇩🇪🇫🇷', 4],
    ['❤️', 2],
    ['© ↔', 3],
    ['\u1112\u1161\u11ab', 2],
    ['𠀋', 2],
  ])('%s takes %i columns', (text, columns) => {
    const column = (title: string) => ({ title, align: 'left' as const });
    const table = { title: '', columns: [column(text), column('|')], rows: [['x'.repeat(columns + 1), '|']] };
    expect(textTable(table, styleOf(false)).split('\n')[1]).toBe(`  ${text}   |`);
  });
});

test('what would steer a terminal is written as its code point', () => {
  expect(printable('a\u001b[2J\r\nb\u202ec')).toBe('a\\u001b[2J\\u000d\\u000ab\\u202ec');
  expect(printable('Ünï → 日本 · 5 %')).toBe('Ünï → 日本 · 5 %');
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  // no-color.org: an empty value asks for nothing.
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  [false, { FORCE_COLOR: '' }, false],
])('on a terminal: %s, with %j, colours: %s', (isTerminal, env, expected) => {
  expect(showsColour(isTerminal, env)).toBe(expected);
});

describe('a stream', () => {
  async function* endless() {
    for (;;) yield new Uint8Array(10);
  }
  test('without an end is not read beyond what is allowed', async () => {
    expect(await readStream(endless(), 95)).toEqual({
      ok: false,
      message: 'There are more than 95 bytes. Choose a smaller file.',
    });
  });
});
