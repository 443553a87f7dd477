import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../../shared/catalog/resolve';
import { toSvg } from '../../../../shared/formats/svg/draw';
import type { SvgOptions } from '../../../../shared/formats/svg/picture';
import { readSvg } from '../../../../shared/formats/svg/read';
import type { Design } from '../../../../shared/model/schema';
import {
  drawnAnalysis,
  drawnResolved,
  drawnTinyUrl,
  overloadedAnalysis,
} from '../../../support/drawn-tinyurl';
import { randomDesign } from '../../../support/random-design';

const drawn = (options: SvgOptions = {}) => toSvg(drawnTinyUrl, drawnResolved, drawnAnalysis, options);
const caption = { caption: true, captionDate: '2026-11-22', load: 1 } as const;
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');

/** Compares with a kept picture; UPDATE_GOLDEN=1 keeps the new one instead. */
function expectGolden(name: string, svg: string): void {
  const file = new URL(`../../../fixtures/golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, svg);
  expect(svg).toBe(readFileSync(file, 'utf8'));
}

/** Reads an XML text strictly enough to find a tag that is not closed or an attribute that is not quoted. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([A-Za-z:]+)((?:\s[A-Za-z0-9:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_all, close, name, _a, self) => {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (self !== '/') open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|#39;)/);
}

describe('golden pictures', () => {
  test('TinyURL, light, with its caption', () => expectGolden('tinyurl-light.svg', drawn(caption).svg));
  test('TinyURL overloaded, dark', () => {
    const picture = toSvg(drawnTinyUrl, drawnResolved, overloadedAnalysis, { ...caption, theme: 'dark' });
    expectGolden('tinyurl-overloaded-dark.svg', picture.svg);
  });
});

test('a picture is well-formed and holds real text, no foreign objects', () => {
  const { svg } = drawn({ ...caption, embed: true });
  expectWellFormed(svg);
  expect(svg).not.toContain('foreignObject');
  expect(textsOf(svg)).toEqual(
    expect.arrayContaining(['Redirect API', 'Go · 6 × 64', '11.6k', '6.1 ms', '32 %']),
  );
});

test('the caption says load, flows with p99 against target, and the date', () => {
  expect(textsOf(drawn(caption).svg).at(-1)).toBe(
    'TinyURL · load ×1 · Redirect 11.6k rps, p99 79 ms of 100 ms · Shorten 116 rps, p99 61 ms of 250 ms · 2026-11-22',
  );
});

test('the picture is cropped to its content with 24 px around', () => {
  const one: Design = {
    format: 'loadline',
    version: 1,
    id: 'one',
    name: 'One',
    system: { nodes: [{ id: 'a', kind: 'service' }] },
    layout: { nodes: { a: { x: 5000, y: -700 } } },
  };
  // A card of 188 × 92, 9 px above it for a chip, 2 px below for its shadow, and 24 px on each side.
  const { width, height, svg } = toSvg(one, resolve(one), null);
  expect([width, height]).toEqual([188 + 48, 92 + 11 + 48]);
  expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
});

test('a design that is put inside is read out of it unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(randomDesign({ placed: true }), async (design) => {
      const { svg } = toSvg(design, resolve(design), null, { embed: true });
      expect(await readSvg(new TextEncoder().encode(svg))).toMatchObject({ value: { designs: [design] } });
    }),
    { numRuns: 50 },
  );
});

test('a design is embedded only on request', () => {
  expect(drawn().svg).not.toContain('metadata');
});

test('whatever a design is called, its picture is well-formed', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</text><script>', '"\'&<>', '\u0000\ud800'),
  );
  fc.assert(
    fc.property(name, name, (title, note) => {
      const design: Design = {
        ...drawnTinyUrl,
        name: title,
        system: { nodes: [{ id: 'a', kind: 'custom', name: title, technology: note }] },
        layout: { marks: [{ id: 'm', kind: 'note', text: note }] },
      };
      expectWellFormed(toSvg(design, resolve(design), null, { caption: true, background: title }).svg);
    }),
  );
});

test('without figures there are names and marks, and no number', () => {
  const texts = textsOf(drawn({ showFigures: false }).svg);
  expect(texts).toContain('misses');
  expect(texts.filter((text) => /rps|p99| ms|%/.test(text))).toEqual([]);
});

test('only the chosen parts are drawn, and the edges between them', () => {
  const { svg } = drawn({ only: ['cdn', 'lb'] });
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['CDN', 'Load balancer', '11.7k']));
  expect(textsOf(svg)).not.toContain('Visitors');
});

test('what depends on a saturated store waits on it, and only that is red', () => {
  const { svg } = toSvg(drawnTinyUrl, drawnResolved, overloadedAnalysis);
  expect(textsOf(svg).filter((text) => text === 'waits on Links')).toHaveLength(2);
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['saturated', 'serves 15 %', '1.8k of 11.6k']));
});

test('a transparent picture has no ground, and a colour of one’s own is used', () => {
  expect(drawn({ background: 'none' }).svg).not.toMatch(/<rect width="\d{3,}" height="\d{3,}" fill=/);
  expect(drawn({ background: '#abcdef' }).svg).toMatch(/<rect width="\d{3,}" height="\d{3,}" fill="#abcdef"/);
});

describe('a picture in lanes', () => {
  test('has a head for each layer with its figures, and embeds the design as it is', async () => {
    const { svg } = drawn({ ...caption, lanes: true, embed: true });
    expectWellFormed(svg);
    const texts = textsOf(svg);
    expect(texts).toEqual(expect.arrayContaining(['Client', 'Edge', 'Traffic', 'Service', 'Cache', 'Data']));
    expect(await readSvg(new TextEncoder().encode(svg))).toMatchObject({
      value: { designs: [drawnTinyUrl] },
    });
  });

  test('of some parts has the lanes of those alone', () => {
    const texts = textsOf(drawn({ lanes: true, only: ['visitors', 'cdn'] }).svg);
    expect(texts).toEqual(expect.arrayContaining(['Client', 'Edge']));
    expect(texts).not.toContain('Service');
  });
});
