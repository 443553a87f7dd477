import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { copiedTexts, duplicateSelection, pasteTexts } from '../../../renderer/commands/clipboard';
import { type ClipboardTexts, fragmentIn } from '../../../renderer/commands/clipboard-formats';
import { currentDesign, openDesign, undo, useDocument } from '../../../renderer/store/document';
import { select, useSelection } from '../../../renderer/store/selection';
import { useWorkspace } from '../../../renderer/store/workspace';
import { emptyDesign } from '../../../shared/model/empty-design';
import { type Design, edgesOf, flowsOf, marksOf, nodesOf } from '../../../shared/model/schema';

const design: Design = {
  ...emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z'),
  system: {
    flows: [{ id: 'read', kind: 'read', entry: 'client', rate: { rps: 100 } }],
    nodes: [
      { id: 'client', kind: 'client', name: 'Shop' },
      { id: 'api', kind: 'service', name: 'API', config: { replicas: 3 } },
      { id: 'db', kind: 'sql-database', name: 'Orders' },
    ],
    edges: [
      { id: 'e1', from: 'client', to: 'api' },
      { id: 'e2', from: 'api', to: 'db' },
    ],
  },
  layout: { nodes: { client: { x: 0, y: 0 }, api: { x: 300, y: 0 }, db: { x: 600, y: 0 } } },
};
const other = emptyDesign('b', 'Elsewhere', '2026-01-05T10:00:00.000Z');

const open = (): Design => {
  const opened = currentDesign();
  if (opened === null) throw new Error('no design is open');
  return opened;
};

const copied = (): Required<ClipboardTexts> => {
  const texts = copiedTexts();
  if (texts === null) throw new Error('nothing was copied');
  return texts;
};
const messages = (): readonly string[] => useWorkspace.getState().toasts.map(({ text }) => text);

beforeEach(() => {
  vi.stubGlobal('document', { elementFromPoint: () => null });
  useWorkspace.setState({ page: 'editor', toasts: [] });
  openDesign(design);
});

afterEach(() => {
  openDesign(null);
  vi.unstubAllGlobals();
});

describe('copying', () => {
  test('takes the edges between what is selected along', () => {
    select(['api', 'db']);
    const fragment = fragmentIn(copied());
    expect(fragment?.nodes.map(({ id }) => id)).toEqual(['api', 'db']);
    expect(fragment?.edges.map(({ id }) => id)).toEqual(['e2']);
  });

  test('takes nothing where only an edge is selected', () => {
    select(['e1']);
    expect(copiedTexts()).toBeNull();
  });
});

describe('the text that other programs get', () => {
  test('of a single part is its name', () => {
    select(['api']);
    expect(copied().text).toBe('API');
  });

  test('of several is an outline: names below their groups, then the calls between them', () => {
    openDesign({
      ...design,
      system: {
        ...design.system,
        groups: [
          { id: 'eu', kind: 'region', name: 'eu-west-1' },
          { id: 'a', kind: 'zone', parent: 'eu' },
        ],
        nodes: [
          { id: 'client', kind: 'client', name: 'Shop' },
          { id: 'api', kind: 'service', group: 'a' },
          { id: 'db', kind: 'sql-database', name: 'Orders', group: 'eu' },
        ],
      },
      layout: { ...design.layout, marks: [{ id: 'n', kind: 'note', x: 0, y: 0, text: 'Quota?' }] },
    });
    select(['client', 'eu', 'n']);
    expect(copied().text).toBe(
      [
        'eu-west-1',
        '  Zone',
        '    Service',
        '  Orders',
        'Shop',
        'Quota?',
        'Shop → Service',
        'Service → Orders',
      ].join('\n'),
    );
  });

  test('has nothing of the format of parts in it', () => {
    select(['client', 'api', 'db']);
    expect(copied().text).not.toContain('loadline');
  });
});

describe('pasting', () => {
  const formats = [
    ['their own format', ({ parts }: Required<ClipboardTexts>) => ({ parts, text: 'x' })],
    [
      'HTML, where the browser drops it',
      ({ html }: Required<ClipboardTexts>) => ({ parts: '', html, text: 'x' }),
    ],
    ['a text, as an older version copied them', ({ parts }: Required<ClipboardTexts>) => ({ text: parts })],
  ] as const;

  test.each(formats)('finds the parts in %s', (_format, keep) => {
    openDesign({ ...design, system: { nodes: [{ id: 'api', kind: 'service', name: '"A" & <b> 50 % Ж' }] } });
    select(['api']);
    pasteTexts(keep(copied()));
    expect(nodesOf(open()).map(({ name }) => name)).toEqual(['"A" & <b> 50 % Ж', '"A" & <b> 50 % Ж']);
    expect(marksOf(open())).toEqual([]);
  });

  test('of a copy keeps the bends of its edges', () => {
    openDesign({
      ...design,
      layout: { ...design.layout, edges: { e2: { points: [{ x: 500, y: 80 }], style: 'straight' } } },
    });
    select(['api', 'db']);
    pasteTexts({ parts: copied().parts });
    // A copy stands 40 px to the right and below.
    expect(open().layout?.edges?.['e2-2']).toEqual({ points: [{ x: 540, y: 120 }], style: 'straight' });
  });

  test('of parts at a place puts their middle there', () => {
    select(['db']);
    pasteTexts(copied(), { x: 1000, y: 500 });
    // A card of 188 × 92 around it, on the grid of 20.
    expect(open().layout?.nodes?.['db-2']).toEqual({ x: 900, y: 460 });
  });

  test('where there is nothing to paste says so and changes nothing', () => {
    for (const texts of [{}, { text: ' \n ' }, { html: '<img src="x">' }]) {
      pasteTexts(texts);
      expect(messages().at(-1)).toMatch(/^Nothing on the clipboard can be pasted/);
    }
    expect(open()).toBe(design);
  });

  test('of damaged parts in one format takes them from the next', () => {
    select(['api']);
    const { parts, html } = copied();
    pasteTexts({ parts: parts.slice(0, -5), html });
    expect(nodesOf(open())).toHaveLength(4);
  });

  test('of nodes without places gives them some, so that they are drawn', () => {
    select(['api', 'db']);
    const { parts } = copied();
    pasteTexts({ parts: parts.replace('"api":{"x":300,"y":0},', '') });
    const places = open().layout?.nodes ?? {};
    expect(places['api-2']).toBeDefined();
    expect(places['api-2']).not.toEqual(places['db-2']);
  });

  test('of the text of a design gives its parts, says what did not come along and offers to open it', () => {
    openDesign(other);
    pasteTexts({ text: `${JSON.stringify(design, null, 2)}\n` });
    expect(nodesOf(open()).map(({ name }) => name)).toEqual(['Shop', 'API', 'Orders']);
    expect(edgesOf(open())).toHaveLength(2);
    expect(messages()).toEqual(['Only the parts of “Orders” were pasted, without its targets and workload.']);
    expect(useWorkspace.getState().toasts[0]?.action?.label).toBe('Open as a design');
  });

  test('of the text of a design that cannot be read says why and changes nothing', () => {
    pasteTexts({
      text: JSON.stringify({ ...design, system: { nodes: [{ id: 'x', kind: 'no-such-kind' }] } }),
    });
    expect(open()).toBe(design);
    expect(messages().join()).toMatch(/cannot be read.*no-such-kind/);
  });

  test('of a diagram of another program names the format and changes nothing', () => {
    pasteTexts({ text: 'flowchart LR\n  A --> B' });
    expect(open()).toBe(design);
    expect(messages()).toEqual([
      'This is a Mermaid diagram, which cannot be read. Nothing was pasted. To keep it as text, write it into a note.',
    ]);
  });

  test('of a text that only quotes how a file begins gives a note', () => {
    for (const text of ['Every PDF begins with %PDF-', 'workspace of the team\nDesk 4']) pasteTexts({ text });
    expect(marksOf(open())).toHaveLength(2);
  });

  test('of a text too long for a note says so and changes nothing; the longest that fits is kept whole', () => {
    pasteTexts({ text: 'x'.repeat(20_001) });
    expect(open()).toBe(design);
    expect(messages()).toHaveLength(1);
    pasteTexts({ text: 'x'.repeat(20_000) });
    expect(marksOf(open())).toMatchObject([{ text: 'x'.repeat(20_000) }]);
  });

  test('into the same design gives parts with ids of their own, beside the old ones, selected', () => {
    select(['api', 'db']);
    pasteTexts(copied());
    expect(nodesOf(open()).map(({ id }) => id)).toEqual(['client', 'api', 'db', 'api-2', 'db-2']);
    expect(edgesOf(open()).at(-1)).toMatchObject({ from: 'api-2', to: 'db-2' });
    expect(open().layout?.nodes?.['api-2']).toEqual({ x: 340, y: 40 });
    expect([...useSelection.getState().ids].sort()).toEqual(['api-2', 'db-2']);
  });

  test('again does not cover the first copy', () => {
    select(['db']);
    const texts = copied();
    pasteTexts(texts);
    pasteTexts(texts);
    const places = open().layout?.nodes ?? {};
    expect(places['db-3']).not.toEqual(places['db-2']);
  });

  test('into another design brings the flow of a client along', () => {
    select(['client', 'api']);
    const texts = copied();
    openDesign(other);
    pasteTexts(texts);
    expect(nodesOf(open()).map(({ name }) => name)).toEqual(['Shop', 'API']);
    expect(flowsOf(open())).toMatchObject([{ entry: 'client', rate: { rps: 100 } }]);
  });

  test('is one step of undo', () => {
    select(['api']);
    pasteTexts(copied());
    expect(useDocument.getState().past.map(({ label }) => label)).toEqual(['Paste 1 part']);
    undo();
    expect(open()).toBe(design);
  });

  test('of any other text gives a note', () => {
    pasteTexts({ text: '  Remember the retries \n' });
    expect(marksOf(open())).toMatchObject([{ kind: 'note', text: 'Remember the retries' }]);
  });

  test('of parts that no design may have changes nothing and says so', () => {
    select(['api']);
    pasteTexts({ parts: copied().parts.replace('"replicas":3', '"replicas":-3') });
    expect(open()).toBe(design);
    expect(useWorkspace.getState().toasts).toHaveLength(1);
  });

  test('of a damaged copy gives a note, not an error', () => {
    select(['api']);
    pasteTexts({ text: copied().parts.slice(0, -5) });
    expect(marksOf(open())).toHaveLength(1);
  });

  test('changes nothing in a design that another window has', () => {
    select(['api']);
    const texts = copied();
    openDesign(design, true);
    pasteTexts(texts);
    pasteTexts(texts);
    expect(open()).toBe(design);
    expect(messages()).toEqual(['Read only: another window edits this design. Take over to edit it here.']);
  });
});

test('duplicating puts a copy beside what is selected', () => {
  select(['db']);
  duplicateSelection();
  expect(open().layout?.nodes?.['db-2']).toEqual({ x: 640, y: 40 });
  expect(useDocument.getState().past.map(({ label }) => label)).toEqual(['Duplicate 1 part']);
});
