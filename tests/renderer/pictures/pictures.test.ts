import { describe, expect, test } from 'vitest';
import { smallestTextPx, textPtAtPageWidth } from '../../../renderer/dialogs/export/legibility';
import { withProbe } from '../../../renderer/pictures/font-probe';
import { fittingScale } from '../../../renderer/pictures/rasterize';

describe('how large the text of a picture is on a page', () => {
  const svg = '<svg><text font-size="13.5">a</text><text font-size="11">b</text></svg>';

  test('its smallest text counts', () => {
    expect(smallestTextPx(svg)).toBe(11);
  });

  test('a picture without text has none', () => {
    expect(textPtAtPageWidth('<svg/>', 2_000)).toBeNull();
  });

  test('a wide picture is set at 680 px: 11 px × 680 ÷ 1360 × 72 ÷ 96 = 4.125 pt', () => {
    expect(textPtAtPageWidth(svg, 1_360)).toBeCloseTo(4.125, 6);
  });

  test('a narrow picture is not enlarged: 11 px × 72 ÷ 96 = 8.25 pt', () => {
    expect(textPtAtPageWidth(svg, 300)).toBeCloseTo(8.25, 6);
  });
});

describe('the scale at which a picture is drawn', () => {
  test('is the one wished for where that fits', () => {
    expect(fittingScale({ width: 1_500, height: 800 }, 3)).toBe(3);
  });

  test('keeps the longer side within 16 384 px: 16 384 ÷ 10 000', () => {
    expect(fittingScale({ width: 10_000, height: 500 }, 3)).toBeCloseTo(1.6384, 6);
  });

  test('keeps the area within 160 million px: √(160e6 ÷ (8 000 × 8 000)) = √2.5', () => {
    expect(fittingScale({ width: 8_000, height: 8_000 }, 3)).toBeCloseTo(Math.sqrt(2.5), 6);
  });
});

describe('the probe that tells whether the font is drawn', () => {
  const picture = (text: string) => ({
    svg: `<svg width="300" height="200" viewBox="0 0 300 200"><text>${text}</text></svg>\n`,
    width: 300,
    height: 200,
  });

  test('stands below the picture, in room of its own', () => {
    const { svg, top } = withProbe(picture('Orders'));
    expect(svg).toMatch(/^<svg width="300" height="248" viewBox="0 0 300 248">/);
    expect(svg).toMatch(/<text x="0" y="218"[^>]*>m+<\/text><\/svg>$/);
    expect(top).toBe(200);
  });

  test('asks for Cyrillic only where the picture has some', () => {
    expect(withProbe(picture('Orders')).texts).toHaveLength(1);
    expect(withProbe(picture('Заказы')).texts).toHaveLength(2);
  });
});
