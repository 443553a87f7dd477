import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { caption } from '../../../shared/diagram/caption';
import { fitEdgeLabel } from '../../../shared/diagram/edge-label';
import { figuresOf, worstRow } from '../../../shared/diagram/figures';
import { cardHeight, markBox, nodeBox } from '../../../shared/layout/geometry';
import type { Design } from '../../../shared/model/schema';
import { drawnAnalysis, drawnResolved, drawnTinyUrl, overloadedAnalysis } from '../../support/drawn-tinyurl';

const healthy = figuresOf(drawnResolved, drawnAnalysis);
const overloaded = figuresOf(drawnResolved, overloadedAnalysis);
const none = figuresOf(drawnResolved, null);

describe('a card', () => {
  test('says technology and size, calls, p99 against its target, and utilization', () => {
    expect(healthy.card('redirect-api')).toEqual({
      detail: 'Go · 6 × 64',
      rps: '11.6k',
      rpsUnit: 'rps',
      p99: '6.1 ms',
      target: { text: '≤ 20 ms', met: true },
      utilization: 0.32,
      percent: '32 %',
      load: '32 %',
      planned: 0.7,
      state: 'healthy',
      missed: false,
      bottleneck: false,
    });
  });

  test.each([
    ['visitors', 'Web client'],
    ['cdn', 'CloudFront class'],
    ['lb', 'L7 · least connections'],
    ['hot', 'Redis · 2 nodes'],
    ['links', 'Key-value · 4 shards × 3'],
    ['clicks', 'Stream · 12 partitions'],
  ])('%s is described as %s', (id, detail) => expect(healthy.card(id)?.detail).toBe(detail));

  test('at its planned limit is near it, and the bottleneck is named', () => {
    // 71 % of a planned 70 %.
    expect(healthy.card('links')).toMatchObject({ state: 'near', percent: '71 %', bottleneck: true });
  });

  test('that is saturated has no latency and says so', () => {
    expect(overloaded.card('links')).toMatchObject({ state: 'saturated', percent: 'saturated', p99: '–' });
  });

  test('without an analysis has its words and no figure', () => {
    expect(none.card('redirect-api')).toMatchObject({
      detail: 'Go · 6 × 64',
      rps: null,
      p99: null,
      percent: null,
    });
  });

  test('in a sketch without flows says its capacity, not zero', () => {
    const sketch = figuresOf({ ...drawnResolved, flows: [] }, drawnAnalysis);
    // 11 574 ÷ 0.32 = 36 169 calls a second.
    expect(sketch.card('redirect-api')).toMatchObject({ rps: '36.2k', rpsUnit: 'rps at most', p99: null });
  });

  test('that is not modelled says so where others are; a box of a sketch is its label alone', () => {
    const nodes = [
      { id: 'x', kind: 'custom', name: 'X' },
      { id: 'user', kind: 'client' },
    ];
    const flows = [{ id: 'f', kind: 'read' as const, entry: 'user', rate: { rps: 1 } }];
    const design: Design = { ...drawnTinyUrl, system: { nodes, flows } };
    const card = figuresOf(resolve(design), null).card('x');
    expect(card).toMatchObject({ state: 'unmodelled' });
    expect(card?.detail).toContain('not modelled');
    const sketch = figuresOf(resolve({ ...design, system: { nodes } }), null).card('x');
    expect(sketch).toMatchObject({ state: 'unmodelled', detail: '' });
  });

  test.each([
    ['CDN', undefined, ''],
    ['CDN 2', undefined, ''],
    ['cdn', 'CDN', ''],
    ['Edge', undefined, 'CDN'],
    ['Edge', 'Fastly', 'Fastly'],
    ['Fastly', 'Fastly', ''],
  ])(
    '%s of the technology %s says %s below its name: nothing that only repeats it',
    (name, technology, said) => {
      const node = { id: 'x', kind: 'cdn', name, ...(technology === undefined ? {} : { technology }) };
      const design: Design = { ...drawnTinyUrl, system: { nodes: [node] } };
      expect(figuresOf(resolve(design), null).card('x')?.detail).toBe(said);
    },
  );

  test('that misses a target of its own is marked, and so is the client of a flow that does', () => {
    const missed = { metric: 'p99Ms', target: 5, actual: 9, met: false } as const;
    const analysis = {
      ...drawnAnalysis,
      nodes: drawnAnalysis.nodes.map((node) =>
        node.id === 'redirect-api' ? { ...node, targets: [missed] } : node,
      ),
      flows: drawnAnalysis.flows.map((flow) => ({ ...flow, targets: [missed] })),
    };
    const index = figuresOf(drawnResolved, analysis);
    const marked = drawnResolved.nodes.filter(({ id }) => index.card(id)?.missed).map(({ id }) => id);
    expect(marked).toEqual(['visitors', 'redirect-api']);
  });

  test('that is saturated says its load in figures too, for where there is no room for words', () => {
    expect(overloaded.card('links')?.load).toMatch(/^\d+ %$/);
  });

  test('is the same object each time it is asked for', () => {
    expect(healthy.card('cdn')).toBe(healthy.card('cdn'));
    expect(healthy.card('no-such-node')).toBeNull();
  });
});

describe('the rows of a client', () => {
  test('give rate and p99 against the target', () => {
    expect(healthy.flowRows('visitors')).toEqual([
      {
        id: 'redirect',
        name: 'Redirect',
        kind: 'read',
        kindWord: 'read',
        rps: '11.6k',
        figure: '79 / 100 ms',
        shortFigure: '79 ms',
        ofTarget: 0.79,
        state: 'met',
      },
      {
        id: 'shorten',
        name: 'Shorten',
        kind: 'write',
        kindWord: 'write',
        rps: '116',
        figure: '61 / 250 ms',
        shortFigure: '61 ms',
        ofTarget: 0.244,
        state: 'met',
      },
    ]);
  });

  test('have a worst: refused first, then the one that is nearest its target', () => {
    // 79 of 100 is nearer than 61 of 250.
    expect(worstRow(healthy.flowRows('visitors'))?.id).toBe('redirect');
    const [first, second] = healthy.flowRows('visitors');
    if (first === undefined || second === undefined) throw new Error('two flows');
    expect(worstRow([first, { ...second, ofTarget: Number.POSITIVE_INFINITY }])?.id).toBe('shorten');
    expect(worstRow([])).toBeUndefined();
  });

  test('say what share is served where not all is', () => {
    expect(overloaded.flowRows('visitors')[0]).toMatchObject({ figure: 'serves 15 %', state: 'overloaded' });
  });

  test('keep the units apart where they differ', () => {
    const flows = drawnAnalysis.flows.map((flow) => ({ ...flow, p99Ms: 1234 }));
    const slow = figuresOf(drawnResolved, { ...drawnAnalysis, flows });
    expect(slow.flowRows('visitors')[0]).toMatchObject({ figure: '1.2 s / 100 ms', state: 'missed' });
  });

  test('give the rate of the document before there is an analysis', () => {
    expect(none.flowRows('visitors')[1]).toMatchObject({ rps: '116', figure: '', state: 'plain' });
  });
});

describe('an edge says', () => {
  test.each([
    ['e1', '11.7k · 20 ms'],
    ['e3', '11.6k · Redirect'],
    ['e5', '11.6k'],
    ['e6', '1.2k · misses'],
    ['e7', '11.6k · async'],
  ])('%s: %s', (id, text) => expect(healthy.edge(id)?.text).toBe(text));

  test('how much of its calls a saturated callee takes', () => {
    // 11 574 × 1800 ÷ 11 690 = 1782.
    expect(overloaded.edge('e6')).toMatchObject({ rps: '1.8k of 11.6k', overloaded: true });
  });

  test('only its marks where there are no figures', () => {
    expect(none.edge('e7')?.text).toBe('async');
  });

  test('less where there is less room: the calls are the last to go', () => {
    const label = healthy.edge('e1');
    if (label === null) throw new Error('no such edge');
    expect(fitEdgeLabel(label, 200)).toBe('11.7k · 20 ms');
    expect(fitEdgeLabel(label, 50)).toBe('11.7k');
    expect(fitEdgeLabel(label, 10)).toBe('');
  });
});

describe('waiting', () => {
  test('what calls a saturated store waits on it, directly or through others', () => {
    expect(overloaded.waitsOn('redirect-api')).toEqual({ node: 'links', direct: true, name: 'Links' });
    expect(overloaded.waitsOn('lb')).toMatchObject({ node: 'links', direct: false });
    expect(overloaded.waitsOn('links')).toBeNull();
    expect(overloaded.waitsOn('hot')).toBeNull();
    expect(healthy.waitsOn('redirect-api')).toBeNull();
  });

  test('what calls it asynchronously does not', () => {
    const nodes = drawnAnalysis.nodes.map((node) => ({ ...node, saturated: node.id === 'clicks' }));
    expect(figuresOf(drawnResolved, { ...drawnAnalysis, nodes }).waitsOn('redirect-api')).toBeNull();
  });
});

test('a client’s card grows with its flows and is never lower than the others', () => {
  // 46 px of heading, 26 a row, 14 below: 112 for two rows, 138 for three.
  expect([0, 1, 2, 3].map(cardHeight)).toEqual([92, 92, 112, 138]);
  expect(nodeBox({ behaviour: 'source', kind: { id: 'client' } }, { x: 1, y: 2 }, 3)).toEqual({
    x: 1,
    y: 2,
    width: 188,
    height: 138,
  });
  expect(nodeBox({ behaviour: 'station', kind: { id: 'service' } }, { x: 1, y: 2 }, 3).height).toBe(92);
});

test('a note grows with its text, and a mark of an unknown kind has the box that it says', () => {
  const note = { id: 'n', kind: 'note', x: 5, y: 6 };
  expect(markBox({ ...note, text: 'short' })).toEqual({ x: 5, y: 6, width: 180, height: 96 });
  // Ten lines of 18 px and 10 px above and below.
  expect(markBox({ ...note, text: 'line\n'.repeat(9) })?.height).toBe(200);
  expect(markBox({ id: 'i', kind: 'hologram', x: 4, y: 5, width: 60, height: 70 })).toEqual({
    x: 4,
    y: 5,
    width: 60,
    height: 70,
  });
});

test('a caption names an overload and a load other than one', () => {
  expect(caption(drawnResolved, overloadedAnalysis, { load: 2.5, flow: 'redirect' })).toBe(
    'TinyURL · load ×2.5 · Redirect 11.6k rps, serves 15 %',
  );
});
