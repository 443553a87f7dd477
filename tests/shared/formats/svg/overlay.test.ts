import { describe, expect, test } from 'vitest';
import { overlayIds } from '../../../../shared/diagram/overlay-ids';
import { palettes } from '../../../../shared/diagram/palette';
import { pngOptions } from '../../../../shared/formats/png/options';
import { svgFormat } from '../../../../shared/formats/svg';
import { writeJob } from '../../../support/write-job';

const picture = async (options: Readonly<Record<string, string | boolean>>): Promise<string> => {
  const written = await svgFormat.write(writeJob({ options: { embed: false, ...options }, findings: [] }));
  return written.ok && typeof written.content === 'string' ? written.content : '';
};
const fills = (svg: string): readonly string[] =>
  [...svg.matchAll(/fill="([^"]+)"/g)].map(([, fill = '']) => fill);
const heightOf = (svg: string): number => Number(/<svg [^>]*height="([\d.]+)"/.exec(svg)?.[1]);

describe('a picture with an overlay', () => {
  test('has the steps of the ramp with their labels below the drawing, which it has not without one', async () => {
    const plain = await picture({});
    const overlaid = await picture({ overlay: 'latency' });
    expect(overlaid).toContain('Latency: share of the mean of Redirect');
    expect(overlaid).toContain('>50 %</text>');
    expect(plain).not.toContain('Latency: share');
    const { ramp } = palettes.light;
    for (const step of ramp) expect(fills(overlaid)).toContain(step);
    expect(fills(plain).filter((fill) => ramp.includes(fill))).toEqual([]);
    expect(heightOf(overlaid)).toBeGreaterThan(heightOf(plain));
  });

  test.each(overlayIds.filter((id) => id !== 'load'))(
    'shows %s on the cards in place of their load',
    async (overlay) => {
      const svg = await picture({ overlay });
      expect(svg).not.toBe(await picture({}));
      expect(svg).not.toContain('undefined');
      expect(svg).not.toContain('NaN');
    },
  );

  test('has none where figures are left out, and is the same for a PNG', async () => {
    expect(await picture({ overlay: 'cost', figures: false })).toBe(await picture({ figures: false }));
    expect(pngOptions.parse({ overlay: 'cost' }).overlay).toBe('cost');
  });
});
