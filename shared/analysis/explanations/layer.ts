import type { Quantity } from '../../math/quantity';
import { own } from '../../model/own';
import type { LayerFigures, NodeFigures } from '../analysis';
import { availabilitiesOf, nodeAvailability } from '../availability/flows';
import { placesOf } from '../availability/pools';
import {
  absent,
  bytes,
  count,
  described,
  type ExplainContext,
  type Explained,
  explained,
  ms,
  rps,
  seconds,
  share,
  sources,
  type Term,
  term,
  termsOf,
  usd,
} from './explanation';
import { notComputed } from './response';

/** The figures of some nodes as terms, those that are nothing left out. */
const termsOfNodes = (
  nodes: readonly NodeFigures[],
  of: (node: NodeFigures) => number | null,
  as: (value: number) => Quantity,
): readonly Term[] =>
  nodes.flatMap((node) => {
    const value = of(node);
    return value === null || value === 0 ? [] : [term(node.id, as(value))];
  });

const summed: Readonly<
  Record<string, readonly [of: (node: NodeFigures) => number | null, as: (value: number) => Quantity]>
> = {
  servers: [(node) => node.servers, count],
  monthlyCostUsd: [(node) => node.monthlyCostUsd, usd],
  storageBytes: [(node) => node.storageBytes, bytes],
};

function sumTold(nodes: readonly NodeFigures[], metric: string, value: number | null): Explained | null {
  const sum = summed[metric];
  if (sum === undefined) return null;
  if (value === null)
    return absent(
      metric === 'storageBytes'
        ? 'There is no store, or the workload does not say for how many years what is written is kept'
        : 'There are no servers',
      sources.sum,
    );
  const terms = termsOfNodes(nodes, ...sum);
  const { text, inputs } = termsOf(terms);
  return explained(terms.length === 0 ? '0: none of its parts has any' : text, inputs, sources.sum);
}

interface LayerSubject {
  readonly context: ExplainContext;
  readonly layer: LayerFigures;
  readonly nodes: readonly NodeFigures[];
}

const noStations = absent('No station stands in this layer: nothing is served in it', sources.document);

function entering({ context, layer }: LayerSubject): Explained {
  const { graph, model } = context.loaded;
  const layerOf = (node: number | undefined) => graph.nodes[node ?? -1]?.layer;
  const starting = graph.flows.flatMap((flow, i): readonly Term[] => {
    const rate = model.ratesRps[i] ?? 0;
    return layerOf(model.traffics[i]?.entry) === layer.id && rate > 0 ? [term(flow.id, rps(rate))] : [];
  });
  const rates = new Map(context.analysis.edges.map((edge) => [edge.id, edge.rps]));
  const calls = graph.edges.flatMap((edge, i): readonly Term[] => {
    const rate = rates.get(edge.id) ?? 0;
    const isEntering = layerOf(graph.to[i]) === layer.id && layerOf(graph.from[i]) !== layer.id;
    return isEntering && rate > 0 ? [term(edge.id, rps(rate))] : [];
  });
  const terms = [...starting, ...calls];
  const { text, inputs } = termsOf(terms);
  return explained(
    terms.length === 0
      ? '0: no request comes here'
      : `${text}: flows that start here, and calls from other layers`,
    inputs,
    sources.visits,
  );
}

/** The station that runs out first when all load grows. */
function nearest({
  nodes,
}: LayerSubject): { readonly id: string; readonly capacity: number; readonly offered: number } | null {
  let least: { id: string; capacity: number; offered: number } | null = null;
  for (const { id, capacityRps, offeredRps, utilization } of nodes) {
    if (utilization === null || capacityRps === null || offeredRps === null || offeredRps === 0) continue;
    if (least === null || capacityRps / offeredRps < least.capacity / least.offered)
      least = { id, capacity: capacityRps, offered: offeredRps };
  }
  return least;
}

const unbounded = absent(
  'Nothing arrives at its stations, or nothing bounds what they serve',
  sources.utilization,
);

function headroom(subject: LayerSubject, isCapacity: boolean): Explained {
  const { layer } = subject;
  const least = nearest(subject);
  if ((isCapacity ? layer.capacityRps : layer.headroom) === null || least === null) return unbounded;
  const inputs = {
    capacity: rps(least.capacity),
    offered: rps(least.offered),
    station: { part: least.id },
  };
  return isCapacity
    ? explained(
        '{entering} × {capacity} ÷ {offered}: what enters the layer × the capacity of {station} ÷ what arrives there, the least of its stations',
        { entering: rps(layer.offeredRps ?? 0), ...inputs },
        sources.utilization,
      )
    : explained(
        '{capacity} ÷ {offered}: capacity of {station} ÷ what arrives there, the least of its stations',
        inputs,
        sources.utilization,
      );
}

function utilization({ nodes }: LayerSubject): Explained {
  const known = nodes.flatMap((node) =>
    node.utilization === null ? [] : [term(node.id, share(node.utilization))],
  );
  const { text, inputs } = termsOf(known, ', ');
  return explained(known.length === 1 ? text : `highest(${text})`, inputs, sources.utilization);
}

function availability({ context, layer }: LayerSubject): Explained {
  const { graph, loads } = context.loaded;
  const of = availabilitiesOf(graph, loads.nodes);
  const places = new Set<string>();
  const pools = graph.nodes.flatMap((node, i): readonly Term[] => {
    if (node.layer !== layer.id) return [];
    for (const name of placesOf(node)) places.add(name);
    const up = nodeAvailability(of, i);
    return up === 1 ? [] : [term(node.id, share(up))];
  });
  const standing = [...places].map((name) => term(name, share(of.place(name))));
  const terms = [...pools, ...standing];
  const { text, inputs } = termsOf(terms, ' × ');
  return explained(
    terms.length === 0
      ? '1: nothing in it can be down'
      : `${text}: its servers, and each zone and region once`,
    inputs,
    sources.kOfN,
  );
}

/** How a figure of a layer came about; null for a metric that layers do not have. */
export function explainLayer(context: ExplainContext, id: string, metric: string): Explained | null {
  const layer = context.analysis.layers.find((of) => of.id === id);
  if (layer === undefined) return null;
  const nodes = context.analysis.nodes.filter((_, i) => context.design.nodes[i]?.layer === id);
  const subject = { context, layer, nodes };
  const flow = /^flows\.(.+)\.(meanMs|p99Ms)$/.exec(metric);
  if (flow !== null) return timeTold(subject, flow[1] ?? '', flow[2] === 'p99Ms');
  const tellers: Readonly<Record<string, () => Explained>> = {
    offeredRps: () => entering(subject),
    capacityRps: () => headroom(subject, true),
    headroom: () => headroom(subject, false),
    utilization: () => utilization(subject),
    busiest: () =>
      described(
        'the station of the highest utilization, {busiest} with {utilization}',
        { busiest: { part: layer.busiest ?? '' }, utilization: share(layer.utilization ?? 0) },
        sources.utilization,
      ),
    availability: () => availability(subject),
    servers: () => sumTold(nodes, metric, layer.servers) ?? noStations,
    monthlyCostUsd: () => sumTold(nodes, metric, layer.monthlyCostUsd) ?? noStations,
    storageBytes: () => sumTold(nodes, metric, layer.storageBytes) ?? noStations,
  };
  if (!Object.hasOwn(tellers, metric)) return null;
  // A layer has all of them or none.
  return layer.offeredRps === null ? noStations : (tellers[metric]?.() ?? null);
}

function timeTold({ context, layer, nodes }: LayerSubject, flowId: string, isP99: boolean): Explained | null {
  const flow = context.analysis.flows.find(({ id }) => id === flowId);
  if (flow === undefined) return null;
  const p99Ms = own(layer.flows, flowId)?.p99Ms ?? null;
  const members = new Map(nodes.map((node) => [node.id, node]));
  const waited = flow.budget.flatMap((of) => ('node' in of && members.has(of.node) ? [of] : []));
  const broken = waited.find((of) => of.meanMs === null);
  if (broken !== undefined)
    return absent('Saturated at {node}: the queue there grows without bound', sources.composition, {
      node: { part: broken.node },
    });
  if (isP99 && p99Ms === null) return notComputed;
  const terms = waited.flatMap((of) =>
    of.meanMs === null || of.meanMs === 0 ? [] : [term(of.node, ms(of.meanMs))],
  );
  const { text, inputs } = termsOf(terms);
  if (terms.length === 0) return explained('0: the flow waits for nothing in this layer', {}, sources.visits);
  if (!isP99) return explained(`${text}: visits × response of its stations`, inputs, sources.visits);
  return described(
    `The time below which {percentile} of its requests lie in this layer, the responses of its stations added up as distributions; in the mean they take ${text}`,
    { percentile: share(0.99), ...inputs },
    sources.composition,
  );
}

/** How a figure of the whole design came about; null for one that it does not have. */
export function explainTotal(context: ExplainContext, metric: string): Explained | null {
  const { nodes, flows, totals } = context.analysis;
  if (metric === 'availability') {
    const known = flows.flatMap(({ id, availability: of }) => (of === null ? [] : [term(id, share(of))]));
    if (known.length === 0) return absent('No flow goes through the design', sources.factoring);
    const { text, inputs } = termsOf(known, ', ');
    return explained(known.length === 1 ? text : `lowest(${text}): of the flows`, inputs, sources.factoring);
  }
  if (metric === 'rpoSeconds' || metric === 'rtoSeconds') return worstTold(context, metric);
  const value = Object.hasOwn(summed, metric) ? totals[metric as 'servers'] : null;
  return sumTold(nodes, metric, value);
}

function worstTold(context: ExplainContext, metric: 'rpoSeconds' | 'rtoSeconds'): Explained {
  const { graph, model } = context.loaded;
  const written = context.analysis.nodes.filter(
    (_, i) =>
      graph.nodes[i]?.behaviour === 'store' &&
      graph.flows.some((flow, f) => flow.kind === 'write' && (model.traffics[f]?.visits[i] ?? 0) > 0),
  );
  if (written.length === 0) return absent('No write comes to a store', sources.recovery);
  const unknown = written.find((node) => node[metric] === null);
  if (unknown !== undefined)
    return absent('It is not known of {store}, which writes come to', sources.recovery, {
      store: { part: unknown.id },
    });
  const stores = written.map((node) => term(node.id, seconds(node[metric] ?? 0)));
  const { text, inputs } = termsOf(stores, ', ');
  const worst = stores.length === 1 ? text : `highest(${text})`;
  return explained(`${worst}: of the stores that writes come to`, inputs, sources.recovery);
}
