import { describe, expect, test } from 'vitest';
import type { Analysis, FlowFigures, NodeFigures } from '../../../shared/analysis/analysis';
import { type OverlayContext, overlayOf } from '../../../shared/diagram/overlay';
import { type ColouredOverlay, overlayIds } from '../../../shared/diagram/overlay-ids';
import { overlayLegend } from '../../../shared/diagram/overlay-legend';
import { blankFlowFigures, blankLayerFigures, blankNodeFigures } from '../../support/blank-figures';
import { drawnAnalysis } from '../../support/drawn-tinyurl';

const node = (id: string, more: Partial<NodeFigures>): NodeFigures => ({ ...blankNodeFigures(id), ...more });

const usd = (serversUsd: number, unpriced = false): Partial<NodeFigures> => ({
  monthlyCostUsd: serversUsd,
  cost: { serversUsd, storageUsd: 0, requestsUsd: 0, egressUsd: 0, networkUsd: 0, unpriced },
});

// 60 ms of the api, 30 of the store, 10 of the network: 100 in all.
const flow: FlowFigures = {
  ...blankFlowFigures('redirect', 100),
  meanMs: 100,
  budget: [
    { node: 'api', meanMs: 60 },
    { node: 'store', meanMs: 30 },
    { edge: 'call', meanMs: 10 },
  ],
};

const analysis: Analysis = {
  ...drawnAnalysis,
  flows: [flow],
  nodes: [
    node('user', { withCallsP99Ms: 500, availability: 1 }),
    node('api', { withCallsP99Ms: 120, p99Ms: 80, availability: 0.9999, ...usd(250) }),
    node('store', { p99Ms: 40, availability: 0.999, ...usd(750) }),
    node('idle', { meanMs: 5, ...usd(0, true) }),
  ],
  totals: { ...drawnAnalysis.totals, monthlyCostUsd: 1000 },
};

const context: OverlayContext = {
  analysis,
  isSource: (id) => id === 'user',
  layerOf: (id) => (id === 'store' ? 'data' : id === 'group' ? undefined : 'service'),
  findings: [
    { target: 'api', severity: 'error' },
    { target: 'api', severity: 'warning' },
    { target: 'api', severity: 'warning' },
    { target: 'call', severity: 'info' },
  ],
  flow: { figures: flow, name: 'Redirect' },
};

const card = (overlay: ColouredOverlay, parts: readonly string[], more: Partial<OverlayContext> = {}) =>
  overlayOf(overlay, { ...context, ...more })(parts);

describe('the latency overlay', () => {
  test('has p99 with calls and the share of the flow’s time, by which it is coloured', () => {
    expect(card('latency', ['api'])).toEqual({
      figure: '120 ms',
      unit: 'p99 with calls',
      note: '60 % of Redirect',
      short: '60 %',
      level: 4,
      of: { part: 'api', metric: 'withCallsP99Ms' },
    });
    expect(card('latency', ['store'])).toMatchObject({
      figure: '40 ms',
      unit: 'p99',
      short: '30 %',
      level: 3,
    });
  });

  test('has no colour off the flow’s way, and the mean while there are no percentiles', () => {
    expect(card('latency', ['idle'])).toMatchObject({ figure: '5 ms', unit: 'mean with calls', level: null });
  });

  test('of what is saturated has no figure and the last step', () => {
    const saturated: FlowFigures = { ...flow, meanMs: null, budget: [{ node: 'api', meanMs: null }] };
    const broken = {
      analysis: { ...analysis, nodes: [node('api', { saturated: true })] },
      flow: { figures: saturated, name: 'Redirect' },
    };
    expect(card('latency', ['api'], broken)).toMatchObject({ figure: '–', note: 'unbounded', level: 4 });
  });

  test('of a collapsed group has the longest p99 and the sum of the shares', () => {
    expect(card('latency', ['group', 'api', 'store'])).toMatchObject({
      figure: '120 ms',
      short: '90 %',
      level: 4,
      of: { part: 'api', metric: 'withCallsP99Ms' },
    });
  });

  test('has nothing for where flows begin', () => expect(card('latency', ['user'])).toBeNull());
});

describe('the overlay of the share of p99', () => {
  const slow = { ...flow, p99Ms: 200 };
  const whole = { flow: { figures: slow, name: 'Redirect' } };

  test('has the own p99 of a part against that of the flow', () => {
    // 80 ÷ 200, not the 120 with calls.
    expect(card('tail', ['api'], whole)).toEqual({
      figure: '80 ms',
      unit: 'p99',
      note: '40 % of Redirect',
      short: '40 %',
      level: 3,
      of: { part: 'api', metric: 'p99Ms' },
    });
  });

  test('has no colour for what no more than one request in a hundred visits', () => {
    const nodes = [node('api', { p99Ms: 80, visits: { redirect: 0.01 } })];
    expect(card('tail', ['api'], { ...whole, analysis: { ...analysis, nodes } })).toMatchObject({
      figure: '80 ms',
      level: null,
    });
  });

  test('of a collapsed group has the longest, and no colour while percentiles are not there', () => {
    expect(card('tail', ['api', 'store'], whole)).toMatchObject({ figure: '80 ms', level: 3 });
    expect(
      card('tail', ['api'], { flow: { figures: { ...flow, p99Ms: null }, name: 'Redirect' } }),
    ).toMatchObject({
      figure: '80 ms',
      level: null,
    });
    expect(card('tail', ['user'], whole)).toBeNull();
  });
});

describe('the overlay by layer', () => {
  const layered = {
    analysis: {
      ...analysis,
      layers: [
        { ...blankLayerFigures('service'), flows: { redirect: { meanMs: 60, p99Ms: null } } },
        { ...blankLayerFigures('data'), flows: { redirect: { meanMs: 30, p99Ms: null } } },
      ],
    },
  };

  test('has what the layer of a part takes of the flow, and names the layer', () => {
    expect(card('layer', ['api'], layered)).toEqual({
      figure: '60 ms',
      unit: 'Service',
      note: '60 % of Redirect',
      short: '60 %',
      level: 4,
      of: { part: 'layer:service', metric: 'flows.redirect.meanMs' },
    });
    expect(card('layer', ['group', 'store'], layered)).toMatchObject({
      unit: 'Data',
      short: '30 %',
      level: 3,
    });
    expect(card('layer', ['user'], layered)).toBeNull();
  });
});

describe('the availability overlay', () => {
  test('has how long a part is down in a year', () => {
    // 0.001 × 8766 h = 8.766 h.
    expect(card('availability', ['store'])).toEqual({
      figure: '99.9 %',
      unit: '',
      note: 'down 8.8 h a year',
      short: '8.8 h',
      level: 2,
      of: { part: 'store', metric: 'availability' },
    });
    expect(card('availability', ['api'])?.level).toBe(0);
    expect(card('availability', ['idle'])).toBeNull();
  });

  test('of a collapsed group has the lowest', () => {
    expect(card('availability', ['api', 'store'])).toMatchObject({ figure: '99.9 %', unit: 'at the lowest' });
  });
});

describe('the cost overlay', () => {
  test('has the share of the total, of a collapsed group the sum', () => {
    expect(card('cost', ['api'])).toEqual({
      figure: '$250/mo',
      unit: '',
      note: '25 % of the total',
      short: '25 %',
      level: 3,
      of: { part: 'api', metric: 'monthlyCostUsd' },
    });
    expect(card('cost', ['api', 'store'])).toMatchObject({ figure: '$1k/mo', level: 4 });
    // It is a sum, no figure of one part.
    expect(card('cost', ['api', 'store'])).not.toHaveProperty('of');
  });

  test('says where a price is not known, without a colour', () => {
    expect(card('cost', ['idle'])).toMatchObject({ figure: 'price not known', level: null });
    expect(card('cost', ['user'])).toBeNull();
  });
});

describe('the findings overlay', () => {
  test('counts findings, and says how many of them are errors and warnings', () => {
    expect(card('findings', ['api'])).toEqual({
      figure: '3',
      unit: 'findings',
      note: '1 error · 2 warnings',
      short: '',
      level: 2,
    });
    expect(card('findings', ['store'])).toMatchObject({ figure: '0', note: '', level: 0 });
    expect(card('findings', ['group', 'api', 'call'])).toMatchObject({ figure: '4', level: 3 });
  });

  test('has nothing while findings are withheld', () => {
    expect(card('findings', ['api'], { findings: null })).toBeNull();
  });
});

test.each(overlayIds.filter((id) => id !== 'load'))(
  'the legend of %s has a label of its own for each step',
  (id) => {
    const { title, labels } = overlayLegend(id, 'Redirect');
    expect(title).not.toBe('');
    expect(new Set(labels).size).toBe(5);
  },
);
