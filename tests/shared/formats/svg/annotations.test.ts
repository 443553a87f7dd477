import { describe, expect, test } from 'vitest';
import { resolve } from '../../../../shared/catalog/resolve';
import { palettes } from '../../../../shared/diagram/palette';
import { toSvg } from '../../../../shared/formats/svg/draw';
import { emptyDesign } from '../../../../shared/model/empty-design';
import type { Design, Layout, Mark } from '../../../../shared/model/schema';

const empty = emptyDesign('board', 'Board', '2026-01-01T00:00:00.000Z');

function pictureOf(marks: readonly Mark[], annotations?: Layout['annotations']): string {
  const design: Design = { ...empty, layout: { marks, ...(annotations && { annotations }) } };
  return toSvg(design, resolve(design), null).svg;
}

const at = { x: 0, y: 0, width: 120, height: 60 };
const { light } = palettes;
const dot = 'data:image/png;base64,iVBORw0KGgo=';

const drawn: readonly (readonly [what: string, mark: Mark, parts: readonly string[]])[] = [
  [
    'note in its colour',
    { id: 'm', kind: 'note', ...at, color: 'green', text: 'Hot' },
    [light.marks.green.paper, '>Hot<'],
  ],
  [
    'text in its size',
    { id: 'm', kind: 'text', x: 0, y: 0, size: 'xl', text: 'Title' },
    ['font-size="36"', '>Title<'],
  ],
  [
    'shape with fill and dashes',
    { id: 'm', kind: 'shape', ...at, shape: 'cylinder', fill: 'blue', dashed: true, text: 'Store' },
    [light.marks.blue.paper, 'stroke-dasharray="4.5 3.75"', 'text-anchor="middle"', '>Store<'],
  ],
  [
    'arrow with its text',
    { id: 'm', kind: 'arrow', x: 0, y: 0, to: { x: 100, y: 0 }, color: 'red', text: 'calls' },
    ['M0 0L100 0', light.marks.red.line, '>calls<'],
  ],
  [
    'stroke of ink',
    { id: 'm', kind: 'ink', x: 0, y: 0, path: [0, 0, 30, 10, 30, -10] },
    ['translate(0 0)', 'Z"'],
  ],
  ['image', { id: 'm', kind: 'image', ...at, image: dot }, ['<image ', `href="${dot}"`]],
  [
    'frame with its title',
    { id: 'm', kind: 'frame', ...at, text: 'Checkout' },
    ['>Checkout<', 'fill="none"'],
  ],
  [
    'neutral box for a kind that is not known',
    { id: 'm', kind: 'hologram', ...at },
    ['stroke-dasharray="4 4"'],
  ],
];

describe.each(drawn)('a picture has a %s', (_what, mark, parts) => {
  test('where it is shown', () => {
    const svg = pictureOf([mark]);
    for (const part of parts) expect(svg).toContain(part);
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  test('and not where annotations are hidden', () => {
    const svg = pictureOf([mark], { hidden: true });
    for (const part of parts.slice(0, 1)) expect(svg).not.toContain(part);
  });
});

test('a layer that is hidden is not in the picture, another is', () => {
  const marks: readonly Mark[] = [
    { id: 'a', kind: 'note', ...at, text: 'Secret', layer: 'l' },
    { id: 'b', kind: 'note', ...at, y: 90, text: 'Open' },
  ];
  const svg = pictureOf(marks, { layers: [{ id: 'l', hidden: true }] });
  expect(svg).not.toContain('Secret');
  expect(svg).toContain('Open');
});

test('a picture has room for the title of a frame and the text of an arrow', () => {
  const frame: Mark = { id: 'm', kind: 'frame', ...at, text: 'Checkout' };
  const design: Design = { ...empty, layout: { marks: [frame] } };
  // 60 px of the frame, 20 px of title and its gap on each side, 24 px of padding.
  expect(toSvg(design, resolve(design), null).height).toBe(60 + 2 * 20 + 2 * 24);
});
