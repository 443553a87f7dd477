import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPng } from '../../../../shared/formats/png/read';
import { embedInPng } from '../../../../shared/formats/png/write';
import { chunkData, isIntact, pngChunk, pngChunks } from '../../../../shared/model/png-chunks';
import { drawnTinyUrl } from '../../../support/drawn-tinyurl';
import { randomDesign } from '../../../support/random-design';
import { smallPng } from '../../../support/small-png';

test('a design that is put into a PNG is read out of it unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(randomDesign({ placed: true }), async (design) => {
      expect(await readPng(embedInPng(smallPng(), design))).toMatchObject({ value: { designs: [design] } });
    }),
  );
});

test('the design is placed before the image data, every check sum is right, and the pixels are untouched', () => {
  const bytes = embedInPng(smallPng(), drawnTinyUrl);
  const chunks = [...pngChunks(bytes)];
  expect(chunks.map((chunk) => chunk.type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
  expect(chunks.every((chunk) => isIntact(bytes, chunk))).toBe(true);
  const pixelsOf = (png: Uint8Array) =>
    [...pngChunks(png)].filter(({ type }) => type === 'IDAT').map((chunk) => chunkData(png, chunk));
  expect(pixelsOf(bytes)).toEqual(pixelsOf(smallPng()));
});

test('a newer design replaces the one that is inside already', async () => {
  const once = embedInPng(smallPng(), drawnTinyUrl);
  const twice = embedInPng(once, { ...drawnTinyUrl, name: 'Later' });
  expect([...pngChunks(twice)].filter((chunk) => chunk.type === 'iTXt')).toHaveLength(1);
  const read = await readPng(twice);
  expect(read.ok && read.value.designs[0].name).toBe('Later');
});

test('texts of other programs stay in the picture', async () => {
  const foreign = pngChunk('tEXt', new TextEncoder().encode('Author\0someone'));
  const embedded = embedInPng(smallPng([foreign]), drawnTinyUrl);
  expect([...pngChunks(embedded)].map((chunk) => chunk.type)).toContain('tEXt');
  expect((await readPng(embedded)).ok).toBe(true);
});

test('bytes that are no picture are returned unchanged', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(embedInPng(bytes, drawnTinyUrl)).toBe(bytes);
});
