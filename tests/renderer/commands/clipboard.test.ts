import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { copiedText, duplicateSelection, fragmentIn, pasteText } from '../../../renderer/commands/clipboard';
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
    const fragment = fragmentIn(copiedText() ?? '');
    expect(fragment?.nodes.map(({ id }) => id)).toEqual(['api', 'db']);
    expect(fragment?.edges.map(({ id }) => id)).toEqual(['e2']);
  });

  test('takes nothing where only an edge is selected', () => {
    select(['e1']);
    expect(copiedText()).toBeNull();
  });
});

describe('pasting', () => {
  test('into the same design gives parts with ids of their own, beside the old ones, selected', () => {
    select(['api', 'db']);
    pasteText(copiedText() ?? '');
    expect(nodesOf(open()).map(({ id }) => id)).toEqual(['client', 'api', 'db', 'api-2', 'db-2']);
    expect(edgesOf(open()).at(-1)).toMatchObject({ from: 'api-2', to: 'db-2' });
    expect(open().layout?.nodes?.['api-2']).toEqual({ x: 340, y: 40 });
    expect([...useSelection.getState().ids].sort()).toEqual(['api-2', 'db-2']);
  });

  test('again does not cover the first copy', () => {
    select(['db']);
    const text = copiedText() ?? '';
    pasteText(text);
    pasteText(text);
    const places = open().layout?.nodes ?? {};
    expect(places['db-3']).not.toEqual(places['db-2']);
  });

  test('into another design brings the flow of a client along', () => {
    select(['client', 'api']);
    const text = copiedText() ?? '';
    openDesign(other);
    pasteText(text);
    expect(nodesOf(open()).map(({ name }) => name)).toEqual(['Shop', 'API']);
    expect(flowsOf(open())).toMatchObject([{ entry: 'client', rate: { rps: 100 } }]);
  });

  test('is one step of undo', () => {
    select(['api']);
    pasteText(copiedText() ?? '');
    expect(useDocument.getState().past.map(({ label }) => label)).toEqual(['Paste 1 part']);
    undo();
    expect(open()).toBe(design);
  });

  test('of any other text gives a note', () => {
    pasteText('  Remember the retries \n');
    expect(marksOf(open())).toMatchObject([{ kind: 'note', text: 'Remember the retries' }]);
  });

  test('of a text longer than a note may be keeps its beginning, without half an emoji at its end', () => {
    pasteText(`${'x'.repeat(19_999)}👍🏿 and more`);
    expect(marksOf(open()).map(({ text }) => text)).toEqual(['x'.repeat(19_999)]);
  });

  test('of parts that no design may have changes nothing and says so', () => {
    select(['api']);
    const text = (copiedText() ?? '').replace('"replicas":3', '"replicas":-3');
    pasteText(text);
    expect(open()).toBe(design);
    expect(useWorkspace.getState().toasts).toHaveLength(1);
  });

  test('of a damaged copy gives a note, not an error', () => {
    select(['api']);
    pasteText((copiedText() ?? '').slice(0, -5));
    expect(marksOf(open())).toHaveLength(1);
  });

  test('changes nothing in a design that another window has', () => {
    select(['api']);
    const text = copiedText() ?? '';
    openDesign(design, true);
    pasteText(text);
    expect(open()).toBe(design);
  });
});

test('duplicating puts a copy beside what is selected', () => {
  select(['db']);
  duplicateSelection();
  expect(open().layout?.nodes?.['db-2']).toEqual({ x: 640, y: 40 });
  expect(useDocument.getState().past.map(({ label }) => label)).toEqual(['Duplicate 1 part']);
});
