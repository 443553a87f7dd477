import type { Quantity } from '../math/quantity';
import type { NodeFigures } from './analysis';
import {
  bytes,
  count,
  type ExplainContext,
  factor,
  maybe,
  ms,
  rps,
  seconds,
  share,
  sources,
  type Told,
  termsOf,
  told,
  usd,
} from './explanation';

const part = (id: string | null): Quantity => (id === null ? '–' : { part: id });

/** The figures of some nodes as terms of a sum, those that are nothing left out. */
function terms(
  nodes: readonly NodeFigures[],
  of: (node: NodeFigures) => number | null,
  as: (value: number) => Quantity,
  joiner?: string,
) {
  return termsOf(
    nodes.flatMap((node) => {
      const value = of(node);
      return value === null || value === 0 ? [] : [[node.id, as(value)] as const];
    }),
    joiner,
  );
}

const summed: Readonly<
  Record<string, readonly [of: (node: NodeFigures) => number | null, as: (value: number) => Quantity]>
> = {
  servers: [(node) => node.servers, count],
  monthlyCostUsd: [(node) => node.monthlyCostUsd, usd],
  storageBytes: [(node) => node.storageBytes, bytes],
};

function sumTold(nodes: readonly NodeFigures[], metric: string): Told | null {
  const sum = summed[metric];
  if (sum === undefined) return null;
  const { text, inputs } = terms(nodes, ...sum);
  return told(text, inputs, sources.sum);
}

/** How a figure of a layer came about; null for a metric that layers do not have. */
export function explainLayer(context: ExplainContext, id: string, metric: string): Told | null {
  const layer = context.analysis.layers.find((of) => of.id === id);
  if (layer === undefined) return null;
  const members = new Set(context.design.nodes.filter((node) => node.layer === id).map((node) => node.id));
  const nodes = context.analysis.nodes.filter((node) => members.has(node.id));
  const flow = /^flows\.(.+)\.(meanMs|p99Ms)$/.exec(metric);
  if (flow !== null) return layerTimeTold(context, nodes, flow[1] ?? '', flow[2] ?? '');
  const inputs = {
    offered: maybe(layer.offeredRps, rps),
    headroom: maybe(layer.headroom, factor),
    busiest: part(layer.busiest),
    utilization: maybe(layer.utilization, share),
  };
  const tellers: Readonly<Record<string, () => Told>> = {
    offeredRps: () =>
      told(
        'calls that enter the layer from other layers, and flows that start in it: {offered}',
        inputs,
        sources.visits,
      ),
    capacityRps: () =>
      told(
        'offered {offered} × the smallest capacity ÷ offered of its stations, {headroom}',
        inputs,
        sources.utilization,
      ),
    headroom: () =>
      told('the smallest capacity ÷ offered of its stations: {headroom}', inputs, sources.utilization),
    utilization: () =>
      told('the highest of its stations, {busiest}: {utilization}', inputs, sources.utilization),
    busiest: () => told('the highest of its stations, {busiest}: {utilization}', inputs, sources.utilization),
    availability: () => availabilityTold(nodes),
  };
  return tellers[metric]?.() ?? sumTold(nodes, metric);
}

function availabilityTold(nodes: readonly NodeFigures[]): Told {
  const own = ({ availability }: NodeFigures) => (availability === 1 ? null : availability);
  const { text, inputs } = terms(nodes, own, share, ' × ');
  return told(
    `${text === '0' ? '1' : text} × each zone and region that they stand in, once`,
    inputs,
    sources.kOfN,
  );
}

function layerTimeTold(
  context: ExplainContext,
  nodes: readonly NodeFigures[],
  flowId: string,
  metric: string,
): Told | null {
  const at = context.design.flows.findIndex(({ id }) => id === flowId);
  const flow = context.analysis.flows[at];
  if (flow === undefined) return null;
  const ids = new Set(nodes.map(({ id }) => id));
  const shares = flow.budget.flatMap((of) =>
    'node' in of && ids.has(of.node) && of.meanMs !== null ? [[of.node, ms(of.meanMs)] as const] : [],
  );
  const { text, inputs } = termsOf(shares);
  return metric === 'meanMs'
    ? told(`${text}: visits × response of its stations`, inputs, sources.visits)
    : told(`the 99th percentile of the sum of ${text}`, inputs, sources.composition);
}

/** How a figure of the calls from one layer to another came about. */
export function explainHop(context: ExplainContext, id: string, metric: string): Told | null {
  const [from, to] = id.split('>');
  const { graph, model } = context.loaded;
  const isHop = context.analysis.hops.some((hop) => hop.from === from && hop.to === to);
  if (!isHop) return null;
  const edges = graph.edges.flatMap((edge, i) =>
    graph.nodes[graph.from[i] as number]?.layer === from && graph.nodes[graph.to[i] as number]?.layer === to
      ? [{ edge, i }]
      : [],
  );
  if (metric === 'rps') {
    const figures = new Map(context.analysis.edges.map((edge) => [edge.id, edge.rps]));
    const { text, inputs } = termsOf(
      edges.map(({ edge }) => [edge.id, rps(figures.get(edge.id) ?? 0)] as const),
    );
    return told(text, inputs, sources.sum);
  }
  const flowId = /^flows\.(.+)\.meanMs$/.exec(metric)?.[1];
  const traffic = model.traffics[graph.flows.findIndex((flow) => flow.id === flowId)];
  if (traffic === undefined) return null;
  const waits = edges.flatMap(({ edge, i }) => {
    const calls =
      (traffic.syncVisits[graph.from[i] as number] ?? 0) * (traffic.pattern.multipliers.calls[i] ?? 0);
    return graph.sync[i] === 1 && calls > 0 ? [[edge.id, ms(calls * edge.rttMs)] as const] : [];
  });
  const { text, inputs } = termsOf(waits);
  return told(text, inputs, sources.network);
}

/** How a figure of an edge came about. */
export function explainEdge(context: ExplainContext, id: string, metric: string): Told | null {
  const edge = context.design.edges.find((of) => of.id === id);
  const figures = context.analysis.edges.find((of) => of.id === id);
  if (edge === undefined || figures === undefined) return null;
  const caller = context.analysis.nodes.find((node) => node.id === edge.from);
  const inputs = {
    calls: count(edge.calls),
    caller: maybe(caller?.carriedRps, rps),
    network: edge.network,
    trip: ms(edge.rttMs),
    rps: rps(figures.rps),
  };
  if (metric === 'rps')
    return told(
      'what the caller passes on, {caller}, × {calls} calls × misses × its share of a choice × attempts',
      inputs,
      sources.retries,
    );
  if (metric === 'bytesPerSecond') {
    const sizes = context.design.flows.filter((flow) => edge.flows.includes(flow.id));
    const listed = termsOf(
      sizes.map((flow) => [flow.id, bytes(flow.requestBytes + flow.responseBytes)] as const),
      ', ',
    );
    return told(
      `{rps} × request and response bytes of each flow: ${listed.text}`,
      { ...inputs, ...listed.inputs },
      sources.sum,
    );
  }
  return metric === 'rttMs' ? told('{trip}, as of {network}', inputs, sources.network) : null;
}

/** How a figure of the whole design came about. */
export function explainTotal(context: ExplainContext, metric: string): Told | null {
  const { nodes, flows, totals } = context.analysis;
  if (metric === 'availability') {
    const { text, inputs } = termsOf(
      flows.flatMap(({ id, availability }) =>
        availability === null ? [] : [[id, share(availability)] as const],
      ),
      ', ',
    );
    return told(`the lowest of ${text}`, inputs, sources.factoring);
  }
  if (metric === 'rpoSeconds' || metric === 'rtoSeconds') {
    const { inputs } = terms(nodes, (node) => node[metric], seconds);
    return told(
      'the worst of the stores that a write reaches: {worst}',
      { ...inputs, worst: maybe(totals[metric], seconds) },
      sources.recovery,
    );
  }
  return sumTold(nodes, metric);
}
