import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../shared/math/base64';
import { crc32 } from '../../../shared/math/crc32';

test('base64 is that of the examples of RFC 4648 and of Node', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(['', 'f', 'fo', 'foo', 'foob'].map((text) => toBase64(bytes(text)))).toEqual([
    '',
    'Zg==',
    'Zm8=',
    'Zm9v',
    'Zm9vYg==',
  ]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (data) => {
      expect(toBase64(data)).toBe(Buffer.from(data).toString('base64'));
      expect(fromBase64(toBase64(data))).toEqual(data);
    }),
  );
});

test('what is not base64 is reported, and line breaks in it are passed over', () => {
  expect(fromBase64('Zm 9v\nYg==')).toEqual(new TextEncoder().encode('foob'));
  expect(fromBase64('Zm9v!')).toBeNull();
  expect(fromBase64('Z')).toBeNull();
});

test('the check sum is that of the standard example', () => {
  // The check value of CRC-32/ISO-HDLC is that of the nine digits.
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});
