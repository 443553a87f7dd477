import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { counts } from '../../../shared/model/limits';
import { parseDesign, parseDesignText } from '../../../shared/model/parse';
import { printDesign } from '../../../shared/model/print-design';
import { complaints, service, withSystem } from './small-documents';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/designs/${name}`, import.meta.url), 'utf8');

describe('a sound document', () => {
  test.each(['v1-tinyurl.loadline.json', 'v1-every-field.loadline.json'])('%s is read', (name) => {
    expect(complaints(parseDesignText(fixture(name)))).toEqual([]);
  });

  test('is given back itself, so that unknown fields and their order survive', () => {
    const document: unknown = JSON.parse(fixture('v1-every-field.loadline.json'));
    const before = JSON.stringify(document);
    const result = parseDesign(document);
    expect(result.ok && result.value).toBe(document);
    expect(JSON.stringify(document)).toBe(before);
  });

  test('is printed with two spaces and a newline, and read again it is the same', () => {
    const first = parseDesignText(fixture('v1-every-field.loadline.json'));
    if (!first.ok) throw new Error('not read');
    const text = printDesign(first.value);
    expect(text.startsWith('{\n  "format": "loadline",\n  "version": 1,')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    const second = parseDesignText(text);
    expect(second).toEqual(first);
    expect(second.ok && printDesign(second.value)).toBe(text);
  });

  test('may start with a byte order mark', () => {
    expect(parseDesignText(`\uFEFF${JSON.stringify(withSystem({}))}`).ok).toBe(true);
  });

  test('may have a layout that names parts which are gone', () => {
    const document = { ...withSystem({ nodes: [service] }), layout: { nodes: { gone: { x: 1, y: -1 } } } };
    expect(parseDesign(document).ok).toBe(true);
  });
});

describe('a text that is no design', () => {
  test.each([
    ['', 'empty '],
    [' \n\t', 'empty '],
    ['[]', 'not-object '],
    ['null', 'not-object '],
    ['"loadline"', 'not-object '],
    ['12', 'not-object '],
    ['{}', 'wrong-format format'],
    ['{"type":"excalidraw"}', 'wrong-format format'],
    ['{"format":"loadline"}', 'bad-version version'],
    ['{"format":"loadline","version":0}', 'bad-version version'],
    ['{"format":"loadline","version":1.5}', 'bad-version version'],
    ['{"format":"loadline","version":"1"}', 'bad-version version'],
    ['{"format":"loadline","version":2}', 'newer-version version'],
    ['{"format":"loadline","version":1,"__proto__":{"a":1}}', 'forbidden-field __proto__'],
  ])('%j is refused as %s', (text, complaint) => {
    expect(complaints(parseDesignText(text))).toEqual([complaint]);
  });

  test.each([
    ['{', 1, 2, 'file-end', 'name-or-end'],
    ['{"a": 1,}', 1, 9, '"}"', 'name'],
    ['{\n  "a": nought\n}', 2, 8, '"nought"', 'value'],
    ['{"a": "b\\x"}', 1, 7, 'broken-text', 'value'],
    ['{"a": 1} {"b": 2}', 1, 10, '"{"', 'file-end'],
    ["{'a': 1}", 1, 2, '"\'"', 'name-or-end'],
    ['[1, 2', 1, 6, 'file-end', 'comma-or-bracket'],
    ['[1, 2,]', 1, 7, '"]"', 'value'],
    ['{"a": 01}', 1, 8, '"1"', 'comma-or-brace'],
    ['{"a" 1}', 1, 6, '"1"', 'colon'],
    ['[1 2]', 1, 4, '"2"', 'comma-or-bracket'],
    ['{"a": 1 "b": 2}', 1, 9, '"b"', 'comma-or-brace'],
    ['{"a": [1, {"b": "c]}', 1, 17, 'broken-text', 'value'],
    ['{"a": 1]', 1, 8, '"]"', 'comma-or-brace'],
    ['// mine\n{}', 1, 1, '"//"', 'value'],
    ['{"a": NaN}', 1, 7, '"NaN"', 'value'],
    ['{"a" "123456789012345😀"}', 1, 6, '"123456789012345"', 'colon'],
  ])('%j is no JSON from line %i, column %i on', (text, line, column, found, expected) => {
    expect(parseDesignText(text)).toEqual({
      ok: false,
      problems: [{ key: 'not-json', path: [], values: { line, column, found, expected } }],
    });
  });

  test('nested a hundred thousand deep is refused, not overflowed', () => {
    const deep = `{"format":"loadline","version":1,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(complaints(parseDesignText(deep))[0]).toMatch(/^too-deep/);
  });

  test('longer than the largest file is refused unread', () => {
    expect(complaints(parseDesignText(' '.repeat(counts.fileBytes + 1)))).toEqual(['too-large ']);
  });

  test('a value that JSON does not have is refused', () => {
    const circle: Record<string, unknown> = { ...withSystem({}) };
    circle['self'] = circle;
    expect(complaints(parseDesign(circle))).toEqual(['inside-itself self']);
    expect(complaints(parseDesign({ ...withSystem({}), at: new Date(0) }))).toEqual(['not-json-value at']);
    expect(complaints(parseDesign({ ...withSystem({}), at: Number.NaN }))).toEqual(['not-json-value at']);
    expect(complaints(parseDesign({ ...withSystem({}), at: Object.assign([], { constructor: 1 }) }))).toEqual(
      ['not-json-value at'],
    );
    expect(complaints(parseDesign({ ...withSystem({}), at: undefined }))).toEqual(['not-json-value at']);
  });
});
