import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../shared/diagram/oklch';
import { type Palette, palettes } from '../../../shared/diagram/palette';
import { layerIds, markColors } from '../../../shared/model/vocabulary';

describe('oklch to hex', () => {
  // The values of CSS Color 4's sample tables: oklch of the sRGB primaries.
  test.each([
    [1, 0, 0, '#ffffff'],
    [0, 0, 0, '#000000'],
    [0.62796, 0.25768, 29.234, '#ff0000'],
    [0.86644, 0.294827, 142.4953, '#00ff00'],
    [0.45201, 0.313214, 264.052, '#0000ff'],
    [0.59987, 0, 0, '#808080'],
  ])('oklch(%d %d %d) is %s', (lightness, chroma, hue, hex) =>
    expect(toHex({ lightness, chroma, hue })).toBe(hex),
  );

  test('a colour outside of sRGB loses chroma and keeps its hue', () => {
    const hex = toHex({ lightness: 0.7, chroma: 0.4, hue: 145 });
    expect(hex).toMatch(/^#[0-9a-f]{6}$/);
    // Green still leads by far.
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    expect(green).toBeGreaterThan(Math.max(red, blue) + 80);
  });
});

const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** WCAG 2: the lighter over the darker, 0.05 added to each. */
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe.each(Object.entries(palettes))('the %s palette', (_theme, palette: Palette) => {
  const texts = ['text', 'muted', 'faint', 'ok', 'warning', 'error'] as const;
  test.each(texts)('%s is legible on panel and ground: 4.5 : 1', (name) => {
    expect(contrast(palette[name], palette.panel)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette[name], palette.ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(layerIds)('the hue of %s is seen on panel, ground and its tile: 3 : 1', (layer) => {
    const { hue, tile } = palette.layers[layer];
    for (const behind of [palette.panel, palette.ground, tile])
      expect(contrast(hue, behind)).toBeGreaterThanOrEqual(3);
  });
  test('text is legible on every step of the ramp: 4.5 : 1', () => {
    for (const step of palette.ramp) expect(contrast(palette.text, step)).toBeGreaterThanOrEqual(4.5);
  });
  test('each step of the ramp is farther from the panel in lightness than the one before', () => {
    const distances = palette.ramp.map((step) => contrast(step, palette.panel));
    distances.slice(1).forEach((distance, at) => {
      expect(distance / (distances[at] ?? 0)).toBeGreaterThan(1.1);
    });
  });
  test('edges and bars are seen: 3 : 1', () => {
    expect(contrast(palette.edge, palette.ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.bar, palette.panel)).toBeGreaterThanOrEqual(3);
  });
});

describe.each(['light', 'dark'] as const)('the window’s tokens of the %s theme', (theme) => {
  const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
  const block = (selector: string) => {
    const start = css.indexOf(`${selector} {`);
    return start < 0 ? '' : css.slice(start, css.indexOf('}', start));
  };
  const own = block(theme === 'light' ? ':root' : ":root[data-theme='dark']");
  const numbersOf = (text: string, token: string): readonly number[] => {
    const [, value = ''] = new RegExp(`--${token}: (?:.*oklch\\()?([^;)]*)`).exec(text) ?? [];
    return value
      .split(/[\s%/]+/)
      .filter((part) => part !== '')
      .map(Number);
  };
  const hexOf = ([percent = Number.NaN, chroma = Number.NaN, hue = Number.NaN]: readonly number[]) =>
    toHex({ lightness: percent / 100, chroma, hue });
  const palette = palettes[theme];

  test.each([
    ['ground', 'ground'],
    ['dots', 'dots'],
    ['panel', 'panel'],
    ['line', 'line'],
    ['line-group', 'groupLine'],
    ['line-input', 'inputBorder'],
    ['text', 'text'],
    ['muted', 'muted'],
    ['faint', 'faint'],
    ['accent', 'accent'],
    ['ok', 'ok'],
    ['warning', 'warning'],
    ['error', 'error'],
    ['warning-fill', 'warningFill'],
    ['bar', 'bar'],
    ['track', 'track'],
    ['edge', 'edge'],
    ['note', 'note'],
    ['note-line', 'noteLine'],
    ['shadow', 'shadow'],
  ] as const)('%s is what pictures take for %s', (token, name) => {
    expect(palette[name]).toBe(hexOf(numbersOf(own, token)));
  });

  test('the steps of the ramp are the same', () => {
    expect(palette.ramp).toEqual([0, 1, 2, 3, 4].map((step) => hexOf(numbersOf(own, `ramp-${step}`))));
  });

  test('the shadow is as deep', () => {
    expect(palette.shadowOpacity).toBe((numbersOf(own, 'shadow')[3] ?? Number.NaN) / 100);
  });

  test.each(markColors)('the colour %s of annotations has the same line, paper and border', (name) => {
    const number = (text: string, token: string): number => numbersOf(text, token)[0] ?? Number.NaN;
    const hexFor = (part: string, of: string): string => {
      const rule = block(`[data-${of}='${name}']`);
      return hexOf([
        number(own, `mark-${part}-l`),
        number(own, `mark-${part}-c`) * number(rule, `${of}-share`),
        number(rule, `${of}-hue`),
      ]);
    };
    expect(palette.marks[name]).toEqual({
      line: hexFor('line', 'line'),
      paper: hexFor('paper', 'paper'),
      paperLine: hexFor('border', 'paper'),
    });
  });

  test.each(layerIds)('the layer %s has the same hue and tile', (layer) => {
    const rule = block(`[data-layer='${layer}']`);
    const [chroma = Number.NaN] = numbersOf(rule, 'hue-c');
    const [hue = Number.NaN] = numbersOf(rule, 'hue-h');
    const [lightness = Number.NaN] = numbersOf(own, 'layer-l');
    const [tileLightness = Number.NaN] = numbersOf(own, 'tile-l');
    const [tileChroma = Number.NaN] = numbersOf(own, 'tile-c');
    expect(palette.layers[layer]).toEqual({
      hue: hexOf([lightness, chroma, hue]),
      tile: hexOf([tileLightness, Math.min(tileChroma, chroma), hue]),
    });
  });
});
