import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DesignInspector } from '../../../../renderer/panels/inspector/DesignInspector';
import { EdgeInspector } from '../../../../renderer/panels/inspector/EdgeInspector';
import { FlowInspector } from '../../../../renderer/panels/inspector/FlowInspector';
import { GroupInspector } from '../../../../renderer/panels/inspector/GroupInspector';
import { NodeInspector } from '../../../../renderer/panels/inspector/NodeInspector';
import { createEditor, EditorContext, windowServices } from '../../../../renderer/store/editors';
import type { InspectorTab } from '../../../../renderer/store/view';
import { kinds } from '../../../../shared/catalog/index';
import { configFields, type FieldName } from '../../../../shared/model/fields/index';
import { type Design, designSchema, type Edge, type Node } from '../../../../shared/model/schema';
import { z } from '../../../../shared/model/zod';

// What a command may do is asked of the window; here it may do everything.
vi.mock('../../../../renderer/commands/use-command', () => ({
  useCommand: (id: string) => ({
    title: id,
    shortcut: '',
    enabled: true,
    why: null,
    checked: null,
    run: vi.fn(),
  }),
}));

/** A design in which every control has something to represent: two clients, a cache beside a store, a group in a group. */
const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'all',
  name: 'All',
  system: {
    workload: { dailyActiveUsers: 1e6, requestsPerUserPerDay: 10 },
    flows: [
      { id: 'r', kind: 'read', entry: 'c', rate: { rps: 10 } },
      { id: 'w', kind: 'write', entry: 'd', rate: { share: 0.5 } },
      { id: 'x', kind: 'write', entry: 'd', rate: { flow: 'r', ratio: 0.5 } },
    ],
    nodes: [
      { id: 'c', kind: 'client' },
      { id: 'd', kind: 'client' },
      { id: 's', kind: 'service', group: 'in' },
      { id: 'a', kind: 'cache' },
      { id: 'b', kind: 'sql-database' },
    ],
    edges: [
      { id: 'cs', from: 'c', to: 's' },
      { id: 'sa', from: 's', to: 'a' },
      { id: 'sb', from: 's', to: 'b', choice: false },
      { id: 'balanced', from: 's', to: 'b', choice: true },
    ],
    groups: [
      { id: 'out', kind: 'region' },
      { id: 'in', kind: 'zone', parent: 'out' },
    ],
  },
};

const edgeOf = (id: string) => design.system.edges?.find((edge) => edge.id === id) as Edge;
const [read, write, follows] = design.system.flows ?? [];
const inner = design.system.groups?.[1];

/** The names of the fields that an inspector has controls for, in one of its tabs. */
function controls<P extends object>(
  inspector: FunctionComponent<P>,
  props: P,
  tab: InspectorTab = 'properties',
  of = design,
): ReadonlySet<string> {
  const html = markupOf(inspector, props, tab, of);
  return new Set([...html.matchAll(/data-field="([^"]+)"/g)].map(([, name = '']) => name));
}

function markupOf<P extends object>(
  inspector: FunctionComponent<P>,
  props: P,
  tab: InspectorTab,
  of: Design,
): string {
  const editor = createEditor(of, windowServices);
  editor.setView({ inspectorTab: tab });
  // What is drawn without a window is drawn from the state that a store began with.
  for (const store of [editor.document, editor.view, editor.selection, editor.report] as const)
    Object.assign(store, { getInitialState: store.getState });
  return renderToStaticMarkup(
    createElement(EditorContext, { value: editor }, createElement(inspector, props)),
  );
}

/** The fields of a call that stand without an ⓘ: each is a part of the markup between two fields. */
function unexplained(edge: Edge): readonly string[] {
  return markupOf(EdgeInspector, { edge }, 'properties', design)
    .split(/(?=data-field=")/)
    .slice(1)
    .flatMap((part) => {
      const [, name = ''] = /^data-field="([^"]*)"/.exec(part) ?? [];
      return name === '' || part.includes('aria-label="About ') ? [] : [name];
    });
}

const all = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

/** The schema under a list, a record or an optional field. */
function under(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodArray) return under(schema.element as z.ZodType);
  if (schema instanceof z.ZodRecord) return under(schema.valueType as z.ZodType);
  const { innerType } = schema.def as { readonly innerType?: z.ZodType };
  return innerType === undefined ? schema : under(innerType);
}

/** The names of the fields of the document at a path of field names. */
function fieldsAt(...path: readonly string[]): readonly string[] {
  let at: z.ZodType = designSchema;
  for (const name of path) at = under((under(at) as z.ZodObject).shape[name] as z.ZodType);
  return Object.keys((under(at) as z.ZodObject).shape);
}

const lacking = (
  fields: readonly string[],
  shown: ReadonlySet<string>,
  elsewhere: Readonly<Record<string, string>> = {},
): readonly string[] => fields.filter((name) => !shown.has(name) && !(name in elsewhere));

/** What is changed in another place of the window, and where. */
const elsewhere = {
  node: {
    id: 'never changed',
    kind: 'the button of the kind in the head, which opens the list of kinds',
    name: 'the title of the inspector',
    technology: 'the list beside the kind',
    config: 'fields of its own, below',
    targets: 'the Targets tab, below',
  },
  edge: {
    id: 'never changed',
    from: 'the end that is dragged on the canvas, or the Connect command',
    to: 'the end that is dragged on the canvas, or the Connect command',
  },
  flow: {
    id: 'never changed',
    name: 'the title of the inspector',
    rate: 'rps or share, below',
    targets: 'the Targets tab, below',
  },
  group: { id: 'never changed', name: 'the title of the inspector' },
  targets: { layers: 'a section for each layer that is used, below' },
  prices: { sources: 'beside each price that is set' },
  system: {
    flows: 'the list of flows and an inspector for each',
    nodes: 'the canvas, and an inspector for each',
    edges: 'the canvas, and an inspector for each',
    groups: 'the canvas, and an inspector for each',
    practices: 'the questions in Problems',
    suppressions: 'the dismissed findings in Problems',
    workload: 'fields of its own, below',
    targets: 'the Targets tab, below',
    prices: 'fields of its own, below',
  },
};

beforeAll(() => void vi.stubGlobal('navigator', { language: 'en', platform: '' }));
afterAll(() => void vi.unstubAllGlobals());

describe('every field of the format has a control', () => {
  test('of a component', () => {
    const node = design.system.nodes?.[2] as Node;
    expect(lacking(fieldsAt('system', 'nodes'), controls(NodeInspector, { node }), elsewhere.node)).toEqual(
      [],
    );
    const targets = controls(NodeInspector, { node }, 'targets');
    expect(lacking(fieldsAt('system', 'nodes', 'targets'), targets)).toEqual([]);
  });

  test('of the configuration: each that is offered is in the inspector of some kind', () => {
    const shown = new Set(kinds.flatMap(({ main, more }) => [...main, ...more]));
    const offered = (Object.keys(configFields) as FieldName[]).filter(
      (name) => configFields[name].offered !== false,
    );
    expect(offered.filter((name) => !shown.has(name))).toEqual([]);
    expect(kinds.filter(({ main }) => main.length > 5).map(({ id }) => id)).toEqual([]);
  });

  test('of the configuration: one that is set and not offered by the kind is shown all the same', () => {
    const node: Node = { id: 'c', kind: 'client', config: { replicas: 3 } };
    const of: Design = { ...design, system: { nodes: [node] } };
    expect(controls(NodeInspector, { node }, 'properties', of)).toContain('replicas');
  });

  test('of a call', () => {
    const shown = all(...['sa', 'sb', 'balanced'].map((id) => controls(EdgeInspector, { edge: edgeOf(id) })));
    expect(lacking(fieldsAt('system', 'edges'), shown, elsewhere.edge)).toEqual([]);
  });

  test('of a call: each but its label and its list of flows says what it means', () => {
    // A value that is set has no default to be explained by.
    const set: Partial<Edge> = {
      ...{ protocol: 'https', mode: 'sync', flows: 'all', operation: 'read', calls: 1, onMissOf: 'a' },
      ...{ weight: 1, network: 'same-zone', rttMs: 1, retries: 1, circuitBreaker: true, timeoutMs: 10 },
      ...{
        optional: true,
        tls: true,
        requestBytes: 1,
        responseBytes: 1,
        storedBytes: 1,
        backoff: 'jittered',
      },
    };
    const bare = ['sa', 'sb', 'balanced'].flatMap((id) => [
      ...unexplained(edgeOf(id)),
      ...unexplained({ ...edgeOf(id), ...set }),
    ]);
    expect([...new Set(bare)]).toEqual(['label']);
  });

  test('of a flow', () => {
    if (read === undefined || write === undefined || follows === undefined)
      throw new Error('The design has three flows.');
    const shown = all(...[read, write, follows].map((flow) => controls(FlowInspector, { flow })));
    expect(lacking(fieldsAt('system', 'flows'), shown, elsewhere.flow)).toEqual([]);
    expect(lacking(fieldsAt('system', 'flows', 'rate'), shown)).toEqual([]);
    const targets = controls(FlowInspector, { flow: read }, 'targets');
    expect(lacking(fieldsAt('system', 'flows', 'targets'), targets)).toEqual([]);
  });

  test('of a group', () => {
    if (inner === undefined) throw new Error('The design has a group in a group.');
    const shown = controls(GroupInspector, { group: inner });
    expect(lacking(fieldsAt('system', 'groups'), shown, elsewhere.group)).toEqual([]);
  });

  test('of the design', () => {
    expect(lacking(fieldsAt('system'), new Set(), elsewhere.system)).toEqual([]);
    const shown = controls(DesignInspector, {});
    expect(lacking(fieldsAt('system', 'workload'), shown)).toEqual([]);
    expect(lacking(fieldsAt('system', 'prices'), shown, elsewhere.prices)).toEqual([]);
    const targets = controls(DesignInspector, {}, 'targets');
    expect(lacking(fieldsAt('system', 'targets'), targets, elsewhere.targets)).toEqual([]);
    expect(lacking(fieldsAt('system', 'targets', 'layers'), targets)).toEqual([]);
  });
});
