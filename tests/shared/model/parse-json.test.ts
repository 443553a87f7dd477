import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../../shared/model/parse-json';

test('a JSON text has its value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test('another text has no value, a reason and the place of its first fault', () => {
  const parsed = parseJson('{\n  "a": 1,\n}');
  expect(parsed).toMatchObject({ ok: false, value: undefined, reason: expect.stringMatching(/./) });
  expect(parsed.ok ? null : parsed.place()).toEqual({ line: 3, column: 1, found: '"}"', expected: 'name' });
});

test('a text of any kind never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseJson(text)));
});
