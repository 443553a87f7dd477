import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { figuresWithCollapsed } from '../../../shared/diagram/collapsed-figures';
import { drawnEdges, edgesDrawnAs } from '../../../shared/diagram/drawn-edges';
import { figuresOf } from '../../../shared/diagram/figures';
import { routeEdgesOf } from '../../../shared/diagram/route';
import { collapse } from '../../../shared/edits/collapse';
import { toSvg } from '../../../shared/formats/svg/draw';
import { card } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';

/** Two clients' calls into a group of an API with a database and a cache, and one call out of it to a queue. */
const open: Design = {
  format: 'loadline',
  version: 1,
  id: 'design',
  name: 'Design',
  system: {
    flows: [{ id: 'read', kind: 'read', entry: 'web', rate: { rps: 100 } }],
    nodes: [
      { id: 'web', kind: 'client', name: 'Web' },
      { id: 'api', kind: 'service', name: 'API', group: 'east' },
      { id: 'auth', kind: 'service', name: 'Auth', group: 'east' },
      { id: 'db', kind: 'sql-database', name: 'DB', group: 'east', targets: { p99Ms: 0.001 } },
      { id: 'queue', kind: 'queue', name: 'Queue' },
    ],
    edges: [
      { id: 'web-api', from: 'web', to: 'api' },
      { id: 'web-auth', from: 'web', to: 'auth' },
      { id: 'api-db', from: 'api', to: 'db' },
      { id: 'api-queue', from: 'api', to: 'queue', mode: 'async' },
    ],
    groups: [{ id: 'east', kind: 'region', name: 'East' }],
  },
  layout: {
    nodes: {
      web: { x: -200, y: 0 },
      api: { x: 260, y: 40 },
      auth: { x: 260, y: 180 },
      db: { x: 500, y: 40 },
      queue: { x: 800, y: 40 },
    },
    groups: { east: { x: 240, y: 0, width: 480, height: 300 } },
    edges: { 'web-api': { points: [{ x: 220, y: 300 }] } },
  },
};

const result = collapse(open, { ids: ['east'] });
const closed = applyChanges(open, result.ok ? result.edit.changes : []);
const resolved = resolve(closed);

function analysed(): Analysis {
  const outcome = analyze(resolved);
  if (!outcome.ok) throw new Error('It has no figures.');
  return outcome.analysis;
}

const analysis = analysed();
const index = figuresWithCollapsed(figuresOf(resolved, analysis), closed, resolved, analysis);

describe('edges of a collapsed group', () => {
  test('those between the same two ends are one, those within it are none', () => {
    expect(edgesDrawnAs(closed, 'web-api')).toEqual(['web-api', 'web-auth']);
    expect(drawnEdges(closed).get('api-db')).toBeNull();
    expect(drawnEdges(closed).get('api-queue')).toMatchObject({ from: 'east', to: 'queue' });
  });

  test('routing gets them with their new ends, without bends that were placed for the old ones', () => {
    expect(routeEdgesOf(closed, resolved)).toEqual([
      { id: 'web-api', from: 'web', to: 'east' },
      { id: 'api-queue', from: 'east', to: 'queue' },
    ]);
  });

  test('an open design has none', () => {
    expect(drawnEdges(open).size).toBe(0);
    expect(figuresWithCollapsed(index, open, resolve(open), analysis)).toBe(index);
  });

  test('the label is their sum and how many they are', () => {
    // Each client's call reaches both: 100 + 100.
    expect(index.edge('web-api')?.text).toBe('200 · 2 edges');
  });
});

describe('the card of a collapsed group', () => {
  const figures = index.card('east');

  test('says how many components it has and what comes into it', () => {
    expect(figures).toMatchObject({ detail: '3 components', rps: '200', rpsUnit: 'rps in' });
  });

  test('has the worst utilization and state of what stands in it, and counts the targets that are missed', () => {
    const inside = ['api', 'auth', 'db'].map((id) => index.card(id)?.utilization ?? 0);
    expect(figures?.utilization).toBe(Math.max(...inside));
    expect(figures).toMatchObject({ missed: true, missedTargets: 1 });
  });

  test('is saturated where one of them is', () => {
    const nodes = analysis.nodes.map((node) =>
      node.id === 'auth' ? { ...node, saturated: true, utilization: 1.4 } : node,
    );
    const worse = { ...analysis, nodes };
    const other = figuresWithCollapsed(figuresOf(resolved, worse), closed, resolved, worse);
    expect(other.card('east')).toMatchObject({ state: 'saturated', load: '140 %', percent: 'saturated' });
  });
});

describe('a picture', () => {
  const { svg } = toSvg(closed, resolved, analysis);

  test('has the card, and nothing of what stands in it', () => {
    for (const text of ['East', '3 components', '200 · 2 edges', '1 target missed', 'Queue'])
      expect(svg).toContain(text);
    for (const text of ['API', 'Auth', '>DB<']) expect(svg).not.toContain(text);
  });

  test('is as narrow as what is drawn', () => {
    const width = toSvg(open, resolve(open), analysis).width;
    // 480 − 188 = 292 px close up by 280.
    expect(width - toSvg(closed, resolved, analysis).width).toBe(280);
    expect(card.width).toBe(188);
  });

  test('without figures says only what it is', () => {
    const plain = toSvg(closed, resolved, analysis, { showFigures: false }).svg;
    expect(plain).toContain('3 components');
    expect(plain).not.toContain('rps in');
  });
});
