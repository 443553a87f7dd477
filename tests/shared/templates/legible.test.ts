import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { toSvg } from '../../../shared/formats/svg/draw';
import { templates } from '../../../shared/templates/index';

/** Width of the text on an A4 page, 180 mm, in pt. */
const pageWidthPt = (180 / 25.4) * 72;

test.each(templates.filter(({ id }) => id.startsWith('tinyurl')))(
  'the picture of $id across a page of A4 has letters of 6 pt and more',
  ({ design }) => {
    const resolved = resolve(design);
    const result = analyze(resolved);
    const { svg, width } = toSvg(design, resolved, result.ok ? result.analysis : null, {});
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(20);
    expect((Math.min(...sizes) / width) * pageWidthPt).toBeGreaterThanOrEqual(6);
  },
);
