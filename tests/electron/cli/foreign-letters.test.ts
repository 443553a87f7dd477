import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foreignGraphemes, missingFontNote } from '../../../electron/cli/foreign-letters';
import { formatMessage } from '../../../shared/math/format-message';

/** The code points of the basic plane that a TrueType file has glyphs for: its cmap of format 4. */
function codePointsOf(file: Buffer): readonly number[] {
  const tables = Array.from({ length: file.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const record = tables.find((at) => file.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = file.readUInt32BE(record + 8);
  const subtables = Array.from(
    { length: file.readUInt16BE(cmap + 2) },
    (_, at) => cmap + file.readUInt32BE(cmap + 8 + 8 * at),
  );
  const table = subtables.find((at) => file.readUInt16BE(at) === 4) ?? 0;
  const twice = file.readUInt16BE(table + 6);
  return Array.from({ length: twice / 2 }, (_, at) => {
    const last = file.readUInt16BE(table + 14 + 2 * at);
    const first = file.readUInt16BE(table + 16 + twice + 2 * at);
    return last === 0xffff ? [] : Array.from({ length: last - first + 1 }, (_none, step) => first + step);
  }).flat();
}

const inPicture = (text: string) => `<svg><text x="1">${text}</text></svg>`;

test('what the bundled font has is not foreign, and what it lacks is', () => {
  const font = readFileSync(new URL('../../../assets/fonts/inter-500.ttf', import.meta.url));
  const has = new Set(codePointsOf(font));
  expect(has.size).toBeGreaterThan(900);
  const foreign = (code: number) => foreignGraphemes(inPicture(String.fromCharCode(code))).length > 0;
  const visible = [...has].filter((code) => code > 0x20 && !'<&'.includes(String.fromCharCode(code)));
  expect(visible.filter(foreign).map((code) => code.toString(16))).toEqual([]);
  const letters = Array.from({ length: 0x2c00 }, (_, code) => code).filter((code) =>
    /[\p{L}\p{N}\p{S}]/u.test(String.fromCharCode(code)),
  );
  expect(letters.filter((code) => !has.has(code) && !foreign(code)).map((code) => code.toString(16))).toEqual(
    [],
  );
});

test('foreign are the graphemes of texts alone, each once', () => {
  const svg = `<svg><title>中</title>${inPicture('a订b订 👩🏽‍💻')}${inPicture('Привет · 5 → 7')}</svg>`;
  expect(foreignGraphemes(svg)).toEqual(['订', '👩🏽‍💻']);
});

test('what no font draws is named by its script, with some of its letters and the way out', () => {
  const { text, values } = missingFontNote(['한', '국', '어', '말', '👍🏿', 'ꯍ']);
  expect(formatMessage({ text, values })).toBe(
    'No font on this system draws Korean (한 국 어 …), emoji (👍🏿), and some signs (ꯍ) into a PNG. Install one, or export an SVG.',
  );
});
