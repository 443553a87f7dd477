import { describe, expect, test } from 'vitest';
import { flatMessage } from '../../../shared/math/flat-message';
import { formatMessage } from '../../../shared/math/format-message';
import { english, type Language } from '../../../shared/math/language';
import {
  argumentsOf,
  listOfTerms,
  type Message,
  message,
  product,
  sum,
  words,
} from '../../../shared/math/message';
import { englishNumbers } from '../../../shared/math/number-style';

const visit = (id: string, count: number): Message =>
  message('{part} {n, plural, one {# visit} other {# visits}} × {time}', {
    part: { part: id },
    n: { count },
    time: { ms: 3 },
  });

describe('a flat message', () => {
  test('has its plurals made, with the names of values in place of them', () => {
    expect(flatMessage(visit('api', 1)).text).toBe('{part} {n} visit × {time}');
  });

  test('has its terms one after the other, their values numbered and those that they share not', () => {
    const terms = [
      message('{rate} × {time}', { rate: { rps: 1 } }),
      message('{rate} × {time}', { rate: { rps: 2 } }),
    ];
    expect(
      flatMessage(message('({terms}) ÷ {n}', { terms: sum(terms, { time: { ms: 3 } }), n: { count: 4 } })),
    ).toEqual({
      text: '({rate1} × {time} + {rate2} × {time}) ÷ {n}',
      values: { time: { ms: 3 }, rate1: { rps: 1 }, rate2: { rps: 2 }, n: { count: 4 } },
    });
  });

  test('numbers a single term only where it names its part', () => {
    const one = message('{rate}', { rate: { rps: 1 } });
    expect(flatMessage(message('{terms}', { terms: sum([one]) })).text).toBe('{rate}');
    expect(flatMessage(message('{terms}', { terms: sum([visit('api', 2)]) }))).toEqual({
      text: '{part1} {n1} visits × {time1}',
      values: { part1: { part: 'api' }, n1: { count: 2 }, time1: { ms: 3 } },
    });
  });

  test('has no value for what only decides, and of terms their text', () => {
    const inner = words('after {quorum} of {all}', { quorum: { choice: 2 }, all: { count: 3 } });
    expect(
      flatMessage(
        message('{mode, select, yes {{answer}} other {}}, {names}, {network}', {
          mode: { choice: 'yes' },
          answer: inner,
          names: { list: [words('cache'), 'Redis'] },
          network: words('same-zone'),
        }),
      ),
    ).toEqual({
      text: 'after 2 of {all}, {names}, {network}',
      values: { all: { count: 3 }, names: 'cache, Redis', network: 'same-zone' },
    });
  });

  test.each([
    ['sum', sum, 'a 1 visit × 3 ms + b 2 visits × 3 ms'],
    ['product', product, 'a 1 visit × 3 ms × b 2 visits × 3 ms'],
    ['function', argumentsOf, 'a 1 visit × 3 ms, b 2 visits × 3 ms'],
    ['list', listOfTerms, 'a 1 visit × 3 ms, b 2 visits × 3 ms'],
  ])('of a %s is printed as the message itself', (_, joined, text) => {
    const whole = message('{terms}', { terms: joined([visit('a', 1), visit('b', 2)]) });
    expect(formatMessage(whole)).toBe(text);
    expect(formatMessage(flatMessage(whole))).toBe(text);
  });

  test('parts arguments by a semicolon where a comma parts decimals', () => {
    const whole = message('highest({terms})', {
      terms: argumentsOf([message('{n}', { n: { count: 0.5 } }), message('{n}', { n: { count: 1.5 } })]),
    });
    const commas: Language = { ...english, numbers: { ...englishNumbers, decimal: ',' } };
    expect(formatMessage(whole, undefined, commas)).toBe('highest(0,5; 1,5)');
  });

  test('is in the language that it is given', () => {
    const shouted: Language = { ...english, templateOf: (text) => text.replace('visits', 'VISITS') };
    expect(flatMessage(message('{terms}', { terms: sum([visit('a', 2)]) }), shouted).text).toBe(
      '{part1} {n1} VISITS × {time1}',
    );
  });
});
