import type { ResolvedDesign, ResolvedEdge } from '../../catalog/resolved';
import { own } from '../../model/own';
import type { Analysis, FlowFigures, HopFigures, LayerFigures, NodeFigures } from '../analysis';
import { type FigureName, figuresNamed, figureValue } from './figure-names';

interface Inputs {
  readonly design: ResolvedDesign;
  readonly analysis: Analysis;
}

const named = (part: string, ...metrics: readonly string[]): readonly FigureName[] =>
  metrics.map((metric) => ({ part, metric }));

/** The same figure of several parts. */
const each = (parts: readonly { readonly id: string }[], metric: string): readonly FigureName[] =>
  parts.map(({ id }) => ({ part: id, metric }));

/** A layer's name is its own even where a part is called as it is. */
const layerPart = (id: string): string => `layer:${id}`;

/**
 * The figures of the analysis that a figure follows from, nearest first, each with an explanation of its own; none where it
 * follows from the document alone. Those that do not exist, and those that are zero, are left out: they add nothing.
 */
export function inputsOf(
  design: ResolvedDesign,
  analysis: Analysis,
  figure: FigureName,
): readonly FigureName[] {
  const from = figuresNamed(analysis, figure.part, design);
  if (from === null) return [];
  const seen = new Set([keyOf(figure)]);
  return allInputs({ design, analysis }, from, figure).filter((input) => {
    const key = keyOf(input);
    const value = figureValue(analysis, input);
    if (seen.has(key) || value === null || value === 0 || value === false) return false;
    seen.add(key);
    return true;
  });
}

const keyOf = ({ part, metric }: FigureName): string => `${part} ${metric}`;

function allInputs(
  inputs: Inputs,
  from: NonNullable<ReturnType<typeof figuresNamed>>,
  { part, metric }: FigureName,
): readonly FigureName[] {
  switch (from.kind) {
    case 'totals':
      return ofTotals(inputs, metric);
    case 'flow':
      return ofFlow(inputs, from.figures, metric);
    case 'node':
      return ofNode(inputs, from.figures, metric);
    case 'edge':
      return ofEdge(inputs, part, metric);
    case 'hop':
      return ofHop(inputs, from.figures, metric);
    case 'layer':
      return ofLayer(inputs, from.figures, metric);
    case 'group':
      return metric === 'incomingRps' ? each(from.edges, 'rps') : each(from.nodes, metric);
  }
}

function ofTotals({ analysis }: Inputs, metric: string): readonly FigureName[] {
  if (/^(availability|rateRps|goodputRps)$/.test(metric)) return each(analysis.flows, metric);
  if (metric === 'servedShare') return named('totals', 'goodputRps', 'rateRps');
  if (metric === 'monthlyCostUsd') return named('totals', ...costMetrics);
  if (!metric.startsWith('estimates.')) return each(analysis.nodes, metric);
  const estimate = metric.replace('estimates.', '');
  if (estimate === 'servers') return named('totals', 'servers');
  if (estimate === 'storedBytes') return each(analysis.nodes, 'storageBytes');
  if (estimate === 'readsPerWrite')
    return named('totals', 'estimates.averageReadRps', 'estimates.averageWriteRps');
  if (estimate === 'inProgress') return analysis.flows.flatMap(({ id }) => named(id, 'rateRps', 'meanMs'));
  if (estimate === 'storedBytesPerYear') return named('totals', 'estimates.storedBytesPerDay');
  return /^(connections|cacheMemoryBytes)$/.test(estimate) ? [] : each(analysis.flows, 'rateRps');
}

const costMetrics = ['serversUsd', 'storageUsd', 'requestsUsd', 'egressUsd', 'networkUsd'].map(
  (kind) => `cost.${kind}`,
);

const visitedBy = ({ analysis }: Inputs, flow: string): readonly NodeFigures[] =>
  analysis.nodes.filter(({ visits }) => (own(visits, flow) ?? 0) > 0);

/** What a flow waits for: its budget's components. */
const waitedFor = ({ budget }: FlowFigures): readonly { readonly id: string }[] =>
  budget.flatMap((of) => ('node' in of ? [{ id: of.node }] : []));

function ofFlow(inputs: Inputs, flow: FlowFigures, metric: string): readonly FigureName[] {
  const { id, budget, bottleneck } = flow;
  const visited = visitedBy(inputs, id);
  if (metric.startsWith('targets.')) return named(id, metric.slice('targets.'.length));
  if (metric.startsWith('budget.')) return ofBudget(inputs, id, metric.slice('budget.'.length));
  if (/^p\d+Ms$/.test(metric))
    return [...each(waitedFor(flow), metric), ...ofFlow(inputs, flow, 'meanMs'), ...named(id, 'meanMs')];
  switch (metric) {
    case 'meanMs':
      return [
        ...budget.flatMap((of) => named(id, `budget.${'node' in of ? of.node : of.edge}`)),
        ...named(id, 'overlapMs'),
      ];
    case 'completionMeanMs':
      return [...named(id, 'meanMs'), ...each(visited, 'meanMs')];
    case 'completionP50Ms':
    case 'completionP95Ms':
    case 'completionP99Ms': {
      const ownMetric = metric.replace('completionP', 'p');
      return [...named(id, ownMetric, 'completionMeanMs'), ...each(visited, ownMetric)];
    }
    case 'overlapMs':
      return each(waitedFor(flow), 'withCallsMeanMs');
    case 'apdex':
      return named(id, 'p50Ms', 'meanMs');
    case 'goodputRps':
      return named(id, 'rateRps', 'servedShare');
    case 'servedShare':
    case 'saturated':
      return visited.flatMap((node) =>
        node.saturated || node.refused > 0 ? named(node.id, 'carriedRps', 'utilization', 'refused') : [],
      );
    case 'maxRateRps':
    case 'bottleneck':
      return [
        ...named(id, 'rateRps'),
        ...(bottleneck === null
          ? []
          : named(bottleneck, 'capacityRps', 'offeredRps', 'utilization', `visits.${id}`)),
      ];
    case 'saturationLoad':
      return [
        ...named(id, 'maxRateRps', 'rateRps'),
        ...(bottleneck === null ? [] : named(bottleneck, 'utilization')),
      ];
    case 'plannedLoad':
      return each(visited, 'utilization');
    case 'kneeLoad':
      return named(id, 'rateRps', 'meanMs');
    case 'usdPerMillionRequests':
      return [...named(id, 'rateRps'), ...each(visited, 'monthlyCostUsd')];
    case 'availability':
      return each(visited, metric);
    default:
      return [];
  }
}

/** What a part takes of a flow's mean: of a node its visits × its response, of an edge its caller's visits × its round trip. */
function ofBudget({ design }: Inputs, flow: string, part: string): readonly FigureName[] {
  const edge = edgeOf(design, part);
  return edge === undefined
    ? named(part, `visits.${flow}`, 'meanMs')
    : [...named(edge.from, `visits.${flow}`), ...named(part, 'rttMs')];
}

const edgeOf = ({ edges }: ResolvedDesign, part: string): ResolvedEdge | undefined =>
  edges.find(({ id }) => id === part);

/** Of a node, the figures of its own that a figure of it follows from. */
const ownInputs: Readonly<Record<string, readonly string[]>> = {
  carriedRps: ['offeredRps', 'capacityRps', 'refused'],
  capacityRps: ['limitedBy', 'servers', 'heldMs'],
  limitedBy: ['placesUtilization', 'connectionsUtilization'],
  utilization: ['offeredRps', 'capacityRps'],
  saturated: ['utilization'],
  refused: ['offeredRps', 'capacityRps'],
  waitProbability: ['offeredRps', 'utilization'],
  waitMs: ['waitProbability', 'offeredRps', 'utilization'],
  meanMs: ['waitMs'],
  p50Ms: ['meanMs', 'waitMs', 'waitProbability'],
  p95Ms: ['meanMs', 'waitMs', 'waitProbability'],
  p99Ms: ['meanMs', 'waitMs', 'waitProbability'],
  p999Ms: ['meanMs', 'waitMs', 'waitProbability'],
  withCallsMeanMs: ['meanMs'],
  withCallsP99Ms: ['p99Ms'],
  heldMs: ['meanMs', 'withCallsMeanMs'],
  inFlight: ['carriedRps', 'heldMs'],
  placesUtilization: ['inFlight', 'servers'],
  connectionsUtilization: ['servers'],
  monthlyCostUsd: costMetrics,
  'cost.serversUsd': ['servers'],
  'cost.storageUsd': ['storageBytes'],
  'cost.requestsUsd': ['carriedRps'],
  'cost.egressUsd': ['carriedRps'],
  memoryUtilization: ['storageBytes', 'servers'],
};

function ofNode(inputs: Inputs, node: NodeFigures, metric: string): readonly FigureName[] {
  return [...named(node.id, ...(own(ownInputs, metric) ?? [])), ...fromOthers(inputs, node, metric)];
}

/** Of a node, the figures of other parts that a figure of it follows from. */
function fromOthers(
  inputs: Inputs,
  { id, visits, heldUpBy }: NodeFigures,
  metric: string,
): readonly FigureName[] {
  const { edges } = inputs.design;
  const calls = edges.filter(({ from }) => from === id);
  const flow = /^visits\.(.+)$/.exec(metric)?.[1];
  if (flow !== undefined)
    return edges.flatMap(({ from, to }) => (to === id ? named(from, `visits.${flow}`) : []));
  switch (metric) {
    case 'offeredRps':
    case 'storageBytes':
      return Object.keys(visits).flatMap((of) =>
        (own(visits, of) ?? 0) > 0 ? [...named(of, 'rateRps'), ...named(id, `visits.${of}`)] : [],
      );
    case 'withCallsMeanMs':
    case 'withCallsP99Ms':
      return calls.flatMap((call) =>
        call.mode === 'sync' ? [...named(call.id, 'rttMs'), ...named(call.to, metric)] : [],
      );
    case 'cost.networkUsd':
      return each(calls, 'bytesPerSecond');
    case 'heldUpBy':
      return heldUpBy === null ? [] : named(heldUpBy, 'saturated', 'utilization');
    default:
      return [];
  }
}

function ofEdge({ design }: Inputs, part: string, metric: string): readonly FigureName[] {
  const edge = edgeOf(design, part);
  if (edge === undefined) return [];
  switch (metric) {
    case 'rps':
      // Of a client nothing arrives: what it sends are its flows.
      return [
        ...named(edge.from, 'carriedRps'),
        ...edge.flows.flatMap((flow) => [...named(flow, 'rateRps'), ...named(edge.from, `visits.${flow}`)]),
        ...named(edge.to, 'refused'),
      ];
    case 'bytesPerSecond':
      return named(part, 'rps');
    case 'timeoutShare':
      return [...named(part, 'rttMs'), ...named(edge.to, 'withCallsMeanMs')];
    default:
      return [];
  }
}

function ofHop({ design }: Inputs, { from, to }: HopFigures, metric: string): readonly FigureName[] {
  const layers = new Map(design.nodes.map(({ id, layer }) => [id, layer]));
  const edges = design.edges.filter((edge) => layers.get(edge.from) === from && layers.get(edge.to) === to);
  const flow = /^flows\.(.+)\.meanMs$/.exec(metric)?.[1];
  return flow === undefined ? each(edges, 'rps') : edges.flatMap(({ id }) => named(flow, `budget.${id}`));
}

function ofLayer({ design, analysis }: Inputs, layer: LayerFigures, metric: string): readonly FigureName[] {
  const ids = new Set(design.nodes.flatMap((node) => (node.layer === layer.id ? [node.id] : [])));
  const nodes = analysis.nodes.filter(({ id }) => ids.has(id));
  const [, flow, time] = /^flows\.(.+)\.(meanMs|p99Ms)$/.exec(metric) ?? [];
  if (flow !== undefined && time !== undefined)
    return visitedBy({ design, analysis }, flow).flatMap(({ id }) =>
      !ids.has(id) ? [] : time === 'meanMs' ? named(flow, `budget.${id}`) : named(id, `visits.${flow}`, time),
    );
  switch (metric) {
    case 'offeredRps':
      return [
        ...design.flows.flatMap(({ id, entry }) => (ids.has(entry) ? named(id, 'rateRps') : [])),
        ...each(
          design.edges.filter(({ from, to }) => ids.has(to) && !ids.has(from)),
          'rps',
        ),
      ];
    case 'capacityRps':
      return [
        ...named(layerPart(layer.id), 'offeredRps'),
        ...nodes.flatMap(({ id }) => named(id, 'capacityRps', 'offeredRps')),
      ];
    case 'headroom':
      return nodes.flatMap(({ id }) => named(id, 'capacityRps', 'offeredRps'));
    case 'busiest':
      return each(nodes, 'utilization');
    default:
      return each(nodes, metric);
  }
}
