import { describe, expect, test } from 'vitest';
import { miniatureOf } from '../../../renderer/library/miniature';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { logoOf } from '../../../shared/diagram/logos';
import { palettes } from '../../../shared/diagram/palette';
import type { Design } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates/index';

function drawn(design: Design, theme: 'light' | 'dark' = 'light'): string {
  const resolved = resolve(design);
  const result = analyze(resolved, { percentiles: false });
  return miniatureOf(design, resolved, result.ok ? result.analysis : null, theme, logoOf);
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

test('the miniature of a whiteboard has its annotations, without their texts and pictures', () => {
  const board: Design = {
    format: 'loadline',
    version: 1,
    id: 'b',
    name: 'B',
    system: {},
    layout: {
      marks: [
        { id: 'n', kind: 'note', x: 0, y: 0, text: 'Quota?' },
        { id: 's', kind: 'shape', x: 300, y: 0, shape: 'ellipse', text: 'Feed' },
        { id: 'i', kind: 'image', x: 600, y: 0, width: 90, height: 90, image: 'data:image/png;base64,AAAA' },
      ],
    },
  };
  const resolved = resolve(board);
  const svg = miniatureOf(board, resolved, null, 'light', logoOf, { annotations: true });
  expect(svg).toContain(palettes.light.note);
  expect(svg).not.toMatch(/Quota|Feed|base64/);
  // From the note at 0 to the end of the picture at 690, and 8 px around.
  expect(svg).toContain('width="706"');
});
