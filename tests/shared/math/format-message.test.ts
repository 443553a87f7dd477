import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAvailability,
  formatBytes,
  formatDigits,
  formatMs,
  formatRate,
  formatShare,
  formatUsd,
} from '../../../shared/math/format';
import { formatExact, formatList, formatMessage, formatQuantity } from '../../../shared/math/format-message';
import type { Language } from '../../../shared/math/language';
import { message, words } from '../../../shared/math/message';
import type { NumberStyle } from '../../../shared/math/number-style';

test('a quantity is formatted by what it is', () => {
  expect(formatQuantity('as it is')).toBe('as it is');
  expect(formatQuantity({ rps: 4200 })).toBe('4.2k rps');
  expect(formatQuantity({ ms: 12 })).toBe('12 ms');
  expect(formatQuantity({ part: 'api' }, (id) => `<${id}>`)).toBe('<api>');
  expect(formatQuantity(words('{n} parts', { n: { count: 3 } }))).toBe('3 parts');
  expect(formatQuantity({ list: ['a', { ms: 1 }, { part: 'x' }] }, () => 'X')).toBe('a, 1 ms, X');
  expect(formatQuantity({ choice: 'yes' })).toBe('yes');
  expect(formatQuantity({ choice: 2.5 })).toBe('2.5');
});

test('the exact form keeps what the short one drops', () => {
  expect(formatExact({ rps: 11_574.074_07 })).toBe('11\u202f574.074 rps');
  expect(formatExact({ share: 0.999671 })).toBe('99.9671 %');
  expect(formatExact({ factor: 2.758_620_7 })).toBe('×2.759');
  expect(formatExact({ ms: 0.5 })).toBe('0.5 ms');
  expect(formatExact({ count: 1234567 })).toBe('1\u202f234\u202f567');
});

describe('a template', () => {
  test('takes its values, and keeps a placeholder that has none', () => {
    const filled = formatMessage(
      message('{node} gets {offered}, {x}', { node: { part: 'db' }, offered: { rps: 1e4 } }),
      () => 'Links',
    );
    expect(filled).toBe('Links gets 10k rps, {x}');
  });

  test.each([
    [1, '1 server of Links'],
    [2, '2 servers of Links'],
    [12_500, '12.5k servers of Links'],
  ])('of %d servers agrees with the number, which is printed as everywhere', (count, text) => {
    const template = '{count, plural, one {# server} other {# servers}} of {name}';
    expect(formatMessage(message(template, { count: { count }, name: 'Links' }))).toBe(text);
  });

  test('chooses by a word, and says both forms of an argument', () => {
    const template =
      '{mode, select, sync {waits} other {does not wait}} {n, plural, one {{n} of #} other {{n}, #}}';
    expect(formatMessage(message(template, { mode: 'sync', n: { ms: 1 } }))).toBe('waits 1 ms of 1 ms');
    expect(formatMessage(message(template, { mode: 'async', n: { ms: 2 } }))).toBe(
      'does not wait 2 ms, 2 ms',
    );
  });

  test('keeps apostrophes, angle brackets and what stands in values', () => {
    expect(formatMessage(message("it's <b> {name}", { name: '{x} {' }))).toBe("it's <b> {x} {");
    expect(
      formatMessage(message('a {n, plural, other {<b># {name}</b>}}', { n: { count: 2 }, name: "'{" })),
    ).toBe("a <b>2 '{</b>");
  });

  test('that is malformed is refused', () => {
    expect(() => formatMessage(message('{count, plural, one {# server}', { count: { count: 1 } }))).toThrow();
  });

  test('without plurals is filled as with the parser, whatever stands in it', () => {
    const part = fc.oneof(fc.constantFrom('{a}', '{b}', '{toString}', ' ', '’', '#', '<', 'x'), fc.string());
    fc.assert(
      fc.property(fc.array(part), fc.string(), (parts, value) => {
        const text = parts
          .map((one) => (/^\{(a|b|toString)\}$/.test(one) ? one : one.replace(/[{}']/g, '')))
          .join('');
        const values = { a: value, b: { count: 2 } };
        const plain = formatMessage(message(text, values));
        const parsed = formatMessage(message(`${text}{c, select, other {}}`, { ...values, c: 'x' }));
        expect(plain).toBe(parsed);
      }),
    );
  });
});

describe('another language', () => {
  const numbers: NumberStyle = {
    decimal: ',',
    group: '\u00a0',
    percent: '\u00a0%',
    units: new Map([
      [' ms', ' мс'],
      [' rps', ' запр./с'],
      [' GB', ' ГБ'],
      ['k', ' тыс.'],
    ]),
  };
  const russian: Language = {
    locale: 'ru',
    numbers,
    templateOf: (text) =>
      text === '{n, plural, one {# server} other {# servers}}'
        ? '{n, plural, one {# сервер} few {# сервера} many {# серверов} other {# сервера}}'
        : text,
  };

  test('has its own plurals', () => {
    const servers = (count: number) =>
      formatMessage(
        message('{n, plural, one {# server} other {# servers}}', { n: { count } }),
        undefined,
        russian,
      );
    expect([1, 2, 5, 21, 2.5].map(servers)).toEqual([
      '1 сервер',
      '2 сервера',
      '5 серверов',
      '21 сервер',
      '2,5 сервера',
    ]);
  });

  test('writes numbers and units its own way', () => {
    expect(formatMs(6.1, numbers)).toBe('6,1 мс');
    expect(formatRate(11_574, numbers)).toBe('11,6 тыс. запр./с');
    expect(formatShare(0.052, numbers)).toBe('5,2\u00a0%');
    expect(formatAvailability(0.9995, numbers)).toBe('99,95\u00a0%');
    expect(formatBytes(1.5e9, numbers)).toBe('1,5 ГБ');
    expect(formatUsd(330.5, numbers)).toBe('$331/mo');
    expect(formatDigits(1_234_567.5, numbers)).toBe('1\u00a0234\u00a0567,5');
    expect(formatQuantity({ ms: 6.1 }, undefined, russian)).toBe('6,1 мс');
    expect(formatExact({ ms: 1234.56 }, undefined, russian)).toBe('1\u00a0234,56 мс');
  });
});

test('a list is joined as the language joins one', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['a'])).toBe('a');
  expect(formatList(['a', 'b', 'c'])).toBe('a, b, c');
});
