import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import {
  labelEdge,
  reconnect,
  resetRoute,
  reverse,
  setEdgeStyle,
  setMode,
  setUsualStyle,
} from '../../../shared/edits/edges';
import type { EditResult } from '../../../shared/edits/edit';
import { remove } from '../../../shared/edits/remove';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';

const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    nodes: [
      { id: 'user', kind: 'client' },
      { id: 'api', kind: 'service' },
      { id: 'cache', kind: 'cache' },
      { id: 'db', kind: 'sql-database' },
      { id: 'other', kind: 'service' },
    ],
    edges: [
      { id: 'in', from: 'user', to: 'api' },
      { id: 'aside', from: 'api', to: 'cache', protocol: 'redis' },
      { id: 'store', from: 'api', to: 'db', protocol: 'sql', onMissOf: 'cache' },
    ],
    flows: [{ id: 'read', entry: 'user', kind: 'read', rate: { rps: 100 } }],
  },
  layout: {
    edges: {
      store: {
        points: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
        fromSide: 'bottom',
        toSide: 'top',
        style: 'curved',
      },
    },
  },
};

function applied(result: EditResult): Design {
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}
const edge = (of: Design, id: string) => of.system.edges?.find((one) => one.id === id);

describe('reconnecting', () => {
  test('gives an edge another callee: the protocol follows, bends and the side of that end go, the style stays', () => {
    const next = applied(reconnect(design, { id: 'store', to: 'other' }));
    expect(edge(next, 'store')).toEqual({ id: 'store', from: 'api', to: 'other', onMissOf: 'cache' });
    expect(next.layout?.edges?.['store']).toEqual({ fromSide: 'bottom', style: 'curved' });
  });

  test('takes away what only makes sense behind a cache that the new caller does not call', () => {
    const next = applied(reconnect(design, { id: 'store', from: 'other' }));
    expect(edge(next, 'store')).toEqual({ id: 'store', from: 'other', to: 'db', protocol: 'sql' });
  });

  test('makes plain calls of an edge and its fallbacks where they come to have another caller', () => {
    const first = { id: 'first', from: 'api', to: 'db' };
    const spare = { id: 'spare', from: 'api', to: 'cache', fallbackOf: 'first' };
    const given = { ...design, system: { ...design.system, edges: [first, spare] } };
    const next = (result: EditResult) =>
      result.ok ? applyChanges(given, result.edit.changes).system.edges : null;
    const plain = { id: 'spare', from: 'api', to: 'cache' };
    expect(next(reconnect(given, { id: 'first', from: 'other' }))).toEqual([
      { ...first, from: 'other' },
      plain,
    ]);
    expect(next(reconnect(given, { id: 'spare', from: 'other' }))).toEqual([
      first,
      { ...plain, from: 'other' },
    ]);
    expect(next(reconnect(given, { id: 'first', to: 'other' }))).toEqual([{ ...first, to: 'other' }, spare]);
    expect(next(reverse(given, { ids: ['first'] }))).toEqual([{ ...first, from: 'db', to: 'api' }, plain]);
  });

  test('the figures follow', () => {
    const next = applied(reconnect(design, { id: 'in', to: 'other' }));
    const result = analyze(resolve(next));
    const rps = (id: string) =>
      result.ok ? result.analysis.nodes.find((node) => node.id === id)?.offeredRps : null;
    expect([rps('other'), rps('api')]).toEqual([100, 0]);
  });

  test('to another side of the same card keeps bends', () => {
    const next = applied(reconnect(design, { id: 'store', toSide: 'left' }));
    expect(next.layout?.edges?.['store']).toMatchObject({ toSide: 'left', points: [{ x: 1 }, { x: 3 }] });
    expect(next.system).toBe(design.system);
  });

  test.each([
    [{ id: 'store', to: 'user' }, '{name} starts requests; nothing calls it.'],
    [{ id: 'store', to: 'api' }, '{name} cannot call itself.'],
    [{ id: 'store', to: 'gone' }, 'There is no component {id}.'],
    [{ id: 'gone', to: 'db' }, 'There is no edge {ids}.'],
  ])('%j is refused', (args, text) => {
    const result = reconnect(design, args);
    expect(result.ok ? null : result.reason.text).toBe(text);
  });
});

test('deleting a call makes a plain one of its fallback, and says so', () => {
  const edges = [
    { id: 'first', from: 'api', to: 'db' },
    { id: 'spare', from: 'api', to: 'cache', fallbackOf: 'first' },
  ];
  const given = { ...design, system: { ...design.system, edges } };
  const result = remove(given, { ids: ['db'] });
  if (!result.ok) throw new Error(result.reason.text);
  expect(applyChanges(given, result.edit.changes).system.edges).toEqual([
    { id: 'spare', from: 'api', to: 'cache' },
  ]);
  expect(result.edit.notes.map(({ about }) => about)).toEqual(['fallback']);
  const both = remove(given, { ids: ['first', 'spare'] });
  expect(both.ok && both.edit.notes).toEqual([]);
});

test('reversing turns ends, bends and sides around; nothing can call a client', () => {
  const next = applied(reverse(design, { ids: ['store'] }));
  expect(edge(next, 'store')).toMatchObject({ from: 'db', to: 'api' });
  expect(edge(next, 'store')).not.toHaveProperty('onMissOf');
  expect(next.layout?.edges?.['store']).toEqual({
    points: [
      { x: 3, y: 4 },
      { x: 1, y: 2 },
    ],
    fromSide: 'top',
    toSide: 'bottom',
    style: 'curved',
  });
  expect(reverse(design, { ids: ['in'] }).ok).toBe(false);
});

test('a route that is reset keeps its style alone', () => {
  expect(applied(resetRoute(design, { ids: ['store'] })).layout?.edges).toEqual({
    store: { style: 'curved' },
  });
});

test('style, mode and label are set and taken back', () => {
  expect(
    applied(setEdgeStyle(design, { ids: ['in', 'store'], style: 'straight' })).layout?.edges,
  ).toMatchObject({
    in: { style: 'straight' },
    store: { style: 'straight' },
  });
  expect(
    applied(setEdgeStyle(design, { ids: ['store'], style: null })).layout?.edges?.['store'],
  ).not.toHaveProperty('style');
  expect(applied(setUsualStyle(design, { style: 'curved' })).layout?.edgeStyle).toBe('curved');
  expect(applied(setUsualStyle(design, { style: 'elbow' })).layout).not.toHaveProperty('edgeStyle');
  expect(edge(applied(setMode(design, { ids: ['in'], mode: 'async' })), 'in')).toMatchObject({
    mode: 'async',
  });
  expect(edge(applied(labelEdge(design, { id: 'in', text: ' places orders ' })), 'in')).toMatchObject({
    label: 'places orders',
  });
  expect(edge(applied(labelEdge(design, { id: 'in', text: ' ' })), 'in')).not.toHaveProperty('label');
});
