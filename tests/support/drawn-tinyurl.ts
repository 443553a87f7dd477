import type { Analysis, EdgeFigures, FlowFigures, NodeFigures } from '../../shared/analysis/analysis';
import { resolve } from '../../shared/catalog/resolve';
import type { Design } from '../../shared/model/schema';
import { blankFlowFigures, blankNodeFigures } from './blank-figures';
import { noEstimates } from './no-estimates';

/** A design like TinyURL with a place for every card, for tests of what is drawn. */
export const drawnTinyUrl: Design = {
  format: 'loadline',
  version: 1,
  id: 'drawn-tinyurl',
  name: 'TinyURL',
  system: {
    flows: [
      {
        id: 'redirect',
        name: 'Redirect',
        kind: 'read',
        entry: 'visitors',
        rate: { rps: 11_574 },
        targets: { p99Ms: 100 },
      },
      {
        id: 'shorten',
        name: 'Shorten',
        kind: 'write',
        entry: 'visitors',
        rate: { rps: 116 },
        targets: { p99Ms: 250 },
      },
    ],
    nodes: [
      { id: 'visitors', kind: 'client', name: 'Visitors', technology: 'Web client' },
      { id: 'cdn', kind: 'cdn', name: 'CDN', technology: 'CloudFront class' },
      { id: 'lb', kind: 'load-balancer', name: 'Load balancer', technology: 'L7', group: 'region' },
      {
        id: 'redirect-api',
        kind: 'service',
        name: 'Redirect API',
        technology: 'Go',
        group: 'region',
        config: { replicas: 6, concurrency: 64 },
        targets: { p99Ms: 20 },
      },
      {
        id: 'shorten-api',
        kind: 'service',
        name: 'Shorten API',
        technology: 'Go',
        group: 'region',
        config: { replicas: 2, concurrency: 64 },
      },
      {
        id: 'hot',
        kind: 'cache',
        name: 'Hot links',
        technology: 'Redis',
        group: 'region',
        config: { replicas: 2 },
      },
      {
        id: 'links',
        kind: 'key-value-store',
        name: 'Links',
        technology: 'Key-value',
        group: 'region',
        config: { shards: 4, replicasPerShard: 3 },
      },
      {
        id: 'ids',
        kind: 'custom',
        name: 'ID ranges',
        technology: 'ID generator',
        group: 'region',
        config: { behaviour: 'station' },
      },
      {
        id: 'clicks',
        kind: 'stream',
        name: 'Clicks',
        technology: 'Stream',
        group: 'region',
        config: { partitions: 12 },
      },
    ],
    edges: [
      { id: 'e1', from: 'visitors', to: 'cdn' },
      { id: 'e2', from: 'cdn', to: 'lb', rttMs: 1 },
      { id: 'e3', from: 'lb', to: 'redirect-api', flows: ['redirect'] },
      { id: 'e4', from: 'lb', to: 'shorten-api', flows: ['shorten'] },
      { id: 'e5', from: 'redirect-api', to: 'hot' },
      { id: 'e6', from: 'redirect-api', to: 'links', onMissOf: 'hot' },
      { id: 'e7', from: 'redirect-api', to: 'clicks', mode: 'async' },
      { id: 'e8', from: 'shorten-api', to: 'links' },
      { id: 'e9', from: 'shorten-api', to: 'ids', calls: 0.017 },
    ],
    groups: [{ id: 'region', kind: 'region', name: 'us-east-1 · three zones' }],
  },
  layout: {
    nodes: {
      visitors: { x: 0, y: 264 },
      cdn: { x: 258, y: 274 },
      lb: { x: 516, y: 274 },
      'redirect-api': { x: 786, y: 162 },
      'shorten-api': { x: 786, y: 386 },
      hot: { x: 1106, y: 72 },
      links: { x: 1106, y: 214 },
      ids: { x: 1106, y: 356 },
      clicks: { x: 1106, y: 498 },
    },
    groups: { region: { x: 490, y: 30, width: 852, height: 586 } },
    marks: [
      { id: 'note', kind: 'note', x: 0, y: 420, text: 'Redirects are answered from the cache: nine in ten.' },
      { id: 'title', kind: 'text', x: 0, y: 40, text: 'TinyURL at its peak' },
    ],
  },
};

const nodeFigures = (
  id: string,
  offeredRps: number,
  utilization: number | null,
  p99Ms: number | null,
  flows: readonly string[],
  more: Partial<NodeFigures> = {},
): NodeFigures => ({
  ...blankNodeFigures(id),
  offeredRps,
  carriedRps: offeredRps,
  capacityRps: utilization === null ? null : offeredRps / utilization,
  utilization,
  p99Ms,
  visits: Object.fromEntries(flows.map((flow) => [flow, 1])),
  ...more,
});

const flowFigures = (id: string, rateRps: number, p99Ms: number, maxRateRps: number): FlowFigures => ({
  ...blankFlowFigures(id, rateRps),
  p99Ms,
  maxRateRps,
  bottleneck: 'links',
});

const edgeFigures = (id: string, rps: number, rttMs = 0.5): EdgeFigures => ({
  id,
  rps,
  bytesPerSecond: 0,
  rttMs,
  timeoutShare: null,
});

const both = ['redirect', 'shorten'];
const nothing = { availability: null, monthlyCostUsd: null, cost: null, storageBytes: null, servers: null };

/** Figures made up for `drawnTinyUrl`, as an analysis would give them. */
export const drawnAnalysis: Analysis = {
  design: { id: 'drawn-tinyurl', name: 'TinyURL' },
  load: 1,
  flows: [flowFigures('redirect', 11_574, 79, 16_200), flowFigures('shorten', 116, 61, 400)],
  layers: [],
  hops: [],
  nodes: [
    nodeFigures('visitors', 11_690, null, null, both),
    nodeFigures('cdn', 11_690, 0.047, 31, both),
    nodeFigures('lb', 11_690, 0.12, 0.9, both),
    nodeFigures('redirect-api', 11_574, 0.32, 6.1, ['redirect']),
    nodeFigures('shorten-api', 116, 0.03, 8.4, ['shorten']),
    nodeFigures('hot', 11_574, 0.58, 1.2, ['redirect']),
    nodeFigures('links', 1273, 0.71, 11, both),
    nodeFigures('ids', 2, 0.01, 2, ['shorten']),
    nodeFigures('clicks', 11_574, 0.24, 5, ['redirect']),
  ],
  edges: [
    edgeFigures('e1', 11_690, 20),
    edgeFigures('e2', 11_690, 1),
    edgeFigures('e3', 11_574),
    edgeFigures('e4', 116),
    edgeFigures('e5', 11_574),
    edgeFigures('e6', 1157),
    edgeFigures('e7', 11_574),
    edgeFigures('e8', 116),
    edgeFigures('e9', 2),
  ],
  totals: { ...nothing, rpoSeconds: null, rtoSeconds: null, estimates: noEstimates, targets: [] },
};

/** The same without its cache: the store is saturated, and what calls it waits for it. */
export const overloadedAnalysis: Analysis = {
  ...drawnAnalysis,
  flows: drawnAnalysis.flows.map((flow) => ({ ...flow, saturated: true, servedShare: 0.154, p99Ms: null })),
  nodes: drawnAnalysis.nodes.map((node) =>
    node.id === 'links'
      ? { ...node, offeredRps: 11_690, carriedRps: 1800, utilization: 6.5, saturated: true, p99Ms: null }
      : node,
  ),
  edges: drawnAnalysis.edges.map((edge) => (edge.id === 'e6' ? { ...edge, rps: 11_574 } : edge)),
};

export const drawnResolved = resolve(drawnTinyUrl);
