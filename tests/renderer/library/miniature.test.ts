import { describe, expect, test } from 'vitest';
import { miniatureOf } from '../../../renderer/library/miniature';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { markOf } from '../../../shared/diagram/marks';
import { palettes } from '../../../shared/diagram/palette';
import type { Design } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates/index';

function drawn(design: Design, theme: 'light' | 'dark' = 'light'): string {
  const resolved = resolve(design);
  const result = analyze(resolved, { percentiles: false });
  return miniatureOf(design, resolved, result.ok ? result.analysis : null, theme, markOf);
}

const designOf = (id: string): Design => {
  const found = templates.find((template) => template.id === id);
  if (found === undefined) throw new Error(`There is no template “${id}”.`);
  return found.design;
};

describe('the miniature of a design', () => {
  test.each(templates.map(({ id, design }) => [id, design] as const))(
    'of %s has a tile for each card, a line for each edge, and no letter that nobody could read',
    (_, design) => {
      const svg = drawn(design);
      const { nodes = [], edges = [] } = design.system;
      expect(svg.match(/<g transform/g)).toHaveLength(nodes.length);
      expect(svg.match(/<path d="M[^"]*" fill="none"/g)).toHaveLength(edges.length);
      expect(svg).not.toContain('<text');
      expect(svg).not.toContain('NaN');
    },
  );

  test('shows in red what is overloaded, and nothing in red otherwise', () => {
    expect(drawn(designOf('tinyurl-without-cache'))).toContain(palettes.light.error);
    expect(drawn(designOf('tinyurl'))).not.toContain(palettes.light.error);
  });

  test('takes the colours of the theme', () => {
    expect(drawn(designOf('tinyurl'), 'dark')).toContain(palettes.dark.layers.data.tile);
  });
});
