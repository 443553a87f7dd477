import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { embedInPng } from '../../../shared/formats/png/write';
import { readDesignFile } from '../../../shared/formats/read-design-file';
import { toSvg } from '../../../shared/formats/svg/draw';
import { toBase64 } from '../../../shared/math/base64';
import { counts } from '../../../shared/model/limits';
import { designMediaType, packDesign, unpackDesignText } from '../../../shared/model/packed-design';
import { joinBytes, pngChunk } from '../../../shared/model/png-chunks';
import { printDesign } from '../../../shared/model/print-design';
import { problemTexts } from '../../../shared/model/problems';

import { drawnResolved, drawnTinyUrl } from '../../support/drawn-tinyurl';
import { hostileFiles } from '../../support/hostile-files';
import { smallPng } from '../../support/small-png';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const svg = () => bytesOf(toSvg(drawnTinyUrl, drawnResolved, null, { embed: true }).svg);
const png = () => embedInPng(smallPng(), drawnTinyUrl);
const keyOf = async (name: string, bytes: Uint8Array) => {
  const result = await readDesignFile(name, bytes);
  if (result.ok) return 'read';
  for (const { key } of result.problems) expect(problemTexts, key).toHaveProperty(key);
  return result.problems[0]?.key;
};
const envelope = (fields: object) => JSON.stringify({ app: 'loadline', envelope: 1, ...fields });

describe('a file is read by its content', () => {
  test.each([
    ['design.loadline.json', () => bytesOf(printDesign(drawnTinyUrl))],
    ['with a byte order mark.json', () => bytesOf(`\ufeff ${printDesign(drawnTinyUrl)}`)],
    ['picture.svg', svg],
    ['picture.png', png],
    ['misnamed.txt', png],
    ['declared.svg', () => joinBytes([bytesOf('<?xml version="1.0"?>\n<!-- made by hand -->\n'), svg()])],
  ])('%s', async (name, bytes) => {
    expect(await readDesignFile(name, bytes())).toMatchObject({ value: { designs: [drawnTinyUrl] } });
  });
});

/** Text as UTF-16, the lower byte first. */
const wide = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
  );

test('a replacement character that is in the file itself is read', async () => {
  const design = { ...drawnTinyUrl, name: 'Caf\ufffd' };
  for (const mark of ['', '\ufeff'])
    expect(await readDesignFile('x.json', bytesOf(mark + printDesign(design)))).toMatchObject({
      value: { designs: [design] },
    });
});

describe('what cannot be read says why', () => {
  test.each([
    ['nothing', () => new Uint8Array(), 'empty'],
    ['prose', () => bytesOf('Dear all,'), 'unknown-file'],
    ['another JSON', () => bytesOf('{"type":"drawing"}'), 'wrong-format'],
    ['a drawing of another program', () => bytesOf('{"type":"excalidraw"}'), 'foreign-diagram'],
    ['broken JSON', () => bytesOf('{"format":'), 'not-json'],
    ['JSON under a comment', () => bytesOf('// mine\n{"format":"loadline"}'), 'not-json'],
    ['a list', () => bytesOf('[]'), 'not-object'],
    ['spaces', () => bytesOf(' \n'), 'empty'],
    ['UTF-16 with its mark', () => wide('\ufeff{}'), 'not-utf8'],
    ['UTF-16 without', () => wide('{}'), 'not-utf8'],
    ['Latin-1', () => Uint8Array.from('{"name":"Caf\u00e9"}', (c) => c.charCodeAt(0)), 'not-utf8'],
    ['a PNG without a design', () => smallPng(), 'png-without-design'],
    [
      'an SVG without a design',
      () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'svg-without-design',
    ],
    ['a cut PNG', () => png().subarray(0, 60), 'png-without-design'],
  ])('%s', async (name, bytes, key) => expect(await keyOf(name, bytes())).toBe(key));

  test('a PNG whose design was damaged on the way', async () => {
    const bytes = png();
    // Somewhere in the text of the design: signature 8, header 25, chunk head 8, keyword and flags 37.
    const at = 200;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await keyOf('x.png', bytes)).toBe('damaged-png');
  });

  test('an SVG whose design was cut short', async () => {
    const text = new TextDecoder().decode(svg());
    expect(await keyOf('x.svg', bytesOf(text.replace(/(encoding="base64">.{80}).*?</, '$1<')))).toBe(
      'damaged-design',
    );
  });

  test('a design packed by a newer program', () => {
    expect(unpackDesignText(envelope({ envelope: 2 }))).toMatchObject({
      problems: [{ key: 'newer-envelope' }],
    });
  });
});

test('a small picture that would unpack to more than is allowed is refused', () => {
  const bomb = toBase64(deflateSync(new Uint8Array(counts.unpackedBytes + 1)));
  const packed = envelope({ compression: 'zlib', encoding: 'base64', data: bomb });
  expect(unpackDesignText(packed)).toMatchObject({ problems: [{ key: 'too-large-design' }] });
});

test('a compressed chunk, as other programs may write it again, is read too', async () => {
  const keyword = bytesOf(`${designMediaType}\0`);
  const packed = zlibSync(bytesOf(packDesign(drawnTinyUrl)));
  const zTXt = pngChunk('zTXt', joinBytes([keyword, new Uint8Array([0]), packed]));
  const iTXt = pngChunk('iTXt', joinBytes([keyword, new Uint8Array([1, 0, 0, 0]), packed]));
  for (const chunk of [zTXt, iTXt]) expect(await keyOf('x.png', smallPng([chunk]))).toBe('read');
});

test('any change of a byte gives a design or a problem, and never throws', async () => {
  for (const make of [png, svg]) {
    const whole = make();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, value) => {
        const bytes = whole.slice();
        bytes[at] = value;
        expect(await keyOf('x', bytes)).toBeDefined();
      }),
      { numRuns: 150 },
    );
  }
});

describe('a hostile file is refused', () => {
  test.each(hostileFiles)('$name as $key', async ({ name, bytes, key }) =>
    expect(await keyOf(name, bytes())).toBe(key),
  );
});
