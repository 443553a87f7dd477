import type { ResolvedNode } from '../../catalog/resolved';
import { argumentsOf, type Message, product, sum } from '../../math/message';
import type { Quantity } from '../../math/quantity';
import { own } from '../../model/own';
import { acceptedLoads } from '../accepted-loads';
import type { LayerFigures, NodeCost, NodeFigures } from '../analysis';
import { availabilitiesOf, nodeAvailability } from '../availability/flows';
import { placesOf } from '../availability/pools';
import { isWrittenBy, keepsRecords } from '../recovery';
import { explainEstimate } from './estimates';
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
  term,
  usd,
} from './explanation';
import { explainFlowTotal } from './flow-totals';
import { notComputed } from './response';

/** The figures of some nodes as terms, those that are nothing left out. */
const termsOfNodes = (
  nodes: readonly NodeFigures[],
  of: (node: NodeFigures) => number | null,
  as: (value: number) => Quantity,
): readonly Message[] =>
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

/** A sum over nodes; null for a metric that does not add up. */
export function explainSum(
  nodes: readonly NodeFigures[],
  metric: string,
  value: number | null,
): Explained | null {
  const figure = summed[metric];
  if (figure === undefined) return null;
  if (value === null)
    return absent(
      metric === 'storageBytes'
        ? 'There is no store, or the workload does not say for how many years what is written is kept'
        : 'There are no servers',
      sources.sum,
    );
  const terms = termsOfNodes(nodes, ...figure);
  return explained(
    terms.length === 0 ? '0: none of its parts has any' : '{terms}',
    { terms: sum(terms) },
    sources.sum,
  );
}

interface LayerSubject {
  readonly context: ExplainContext;
  readonly layer: LayerFigures;
  readonly nodes: readonly NodeFigures[];
}

const noStations = absent('No station is in this layer: nothing is served in it', sources.document);

function entering({ context, layer }: LayerSubject): Explained {
  const { graph, model } = context.loaded;
  const layerOf = (node: number | undefined) => graph.nodes[node ?? -1]?.layer;
  const starting = graph.flows.flatMap((flow, i): readonly Message[] => {
    const rate = model.ratesRps[i] ?? 0;
    return layerOf(model.traffics[i]?.entry) === layer.id && rate > 0 ? [term(flow.id, rps(rate))] : [];
  });
  const rates = new Map(context.analysis.edges.map((edge) => [edge.id, edge.rps]));
  const calls = graph.edges.flatMap((edge, i): readonly Message[] => {
    const rate = rates.get(edge.id) ?? 0;
    const isEntering = layerOf(graph.to[i]) === layer.id && layerOf(graph.from[i]) !== layer.id;
    return i < graph.edgeCount && isEntering && rate > 0 ? [term(edge.id, rps(rate))] : [];
  });
  const terms = [...starting, ...calls];
  return explained(
    terms.length === 0
      ? '0: no request comes here'
      : '{terms}: flows that start here, and calls from other layers',
    { terms: sum(terms) },
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
        '{entering} × {capacity} ÷ {offered}: what enters the layer × the capacity of {station} ÷ what arrives there; of its stations {station} has the least headroom',
        { entering: rps(layer.offeredRps ?? 0), ...inputs },
        sources.utilization,
      )
    : explained(
        '{capacity} ÷ {offered}: the capacity of {station} ÷ what arrives there; of its stations {station} has the least headroom',
        inputs,
        sources.utilization,
      );
}

function utilization({ nodes }: LayerSubject): Explained {
  const known = nodes.flatMap((node) =>
    node.utilization === null ? [] : [term(node.id, share(node.utilization))],
  );
  return explained(
    known.length === 1 ? '{terms}' : 'highest({terms})',
    { terms: argumentsOf(known) },
    sources.utilization,
  );
}

function availability({ context, layer }: LayerSubject): Explained {
  const { graph, loads, held } = context.loaded;
  const of = availabilitiesOf(graph, acceptedLoads(loads, held));
  const places = new Set<string>();
  const pools = graph.design.nodes.flatMap((node, i): readonly Message[] => {
    if (node.layer !== layer.id) return [];
    for (const name of placesOf(node)) places.add(name);
    const up = nodeAvailability(of, i);
    return up === 1 ? [] : [term(node.id, share(up))];
  });
  const standing = [...places].map((name) => term(name, share(of.place(name))));
  const terms = [...pools, ...standing];
  return explained(
    terms.length === 0
      ? '1: nothing in it can be down'
      : '{terms}: its servers, and each zone and region once',
    { terms: product(terms) },
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
  if (flow !== null) return explainTime(subject, flow[1] ?? '', flow[2] === 'p99Ms');
  const explainers: Readonly<Record<string, () => Explained>> = {
    offeredRps: () => entering(subject),
    capacityRps: () => headroom(subject, true),
    headroom: () => headroom(subject, false),
    utilization: () => utilization(subject),
    busiest: () =>
      described(
        'The station with the highest utilization: {busiest} with {utilization}',
        { busiest: { part: layer.busiest ?? '' }, utilization: share(layer.utilization ?? 0) },
        sources.utilization,
      ),
    availability: () => availability(subject),
    servers: () => explainSum(nodes, metric, layer.servers) ?? noStations,
    monthlyCostUsd: () => explainSum(nodes, metric, layer.monthlyCostUsd) ?? noStations,
    storageBytes: () => explainSum(nodes, metric, layer.storageBytes) ?? noStations,
  };
  if (!Object.hasOwn(explainers, metric)) return null;
  // A layer has all of them or none.
  return layer.offeredRps === null ? noStations : (explainers[metric]?.() ?? null);
}

function explainTime(
  { context, layer, nodes }: LayerSubject,
  flowId: string,
  isP99: boolean,
): Explained | null {
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
  if (terms.length === 0) return explained('0: the flow waits for nothing in this layer', {}, sources.visits);
  if (!isP99)
    return explained('{terms}: visits × response of its stations', { terms: sum(terms) }, sources.visits);
  return described(
    'The time below which {percentile} of its requests lie in this layer, the responses of its stations added up as distributions; on average they take {terms}',
    { percentile: share(0.99), terms: sum(terms) },
    sources.composition,
  );
}

/** How a figure of the whole design came about; null for one that it does not have. */
export function explainTotal(context: ExplainContext, metric: string): Explained | null {
  const { nodes, flows, totals } = context.analysis;
  if (metric === 'availability') {
    const known = flows.flatMap(({ id, availability: of }) => (of === null ? [] : [term(id, share(of))]));
    if (known.length === 0) return absent('No flow goes through the design', sources.factoring);
    return explained(
      known.length === 1 ? '{terms}' : 'lowest({terms}): of the flows',
      { terms: argumentsOf(known) },
      sources.factoring,
    );
  }
  const ofFlows = explainFlowTotal(flows, metric);
  if (ofFlows !== null) return ofFlows;
  const part = /^cost\.(.+)$/.exec(metric)?.[1];
  if (part !== undefined) return explainCostPart(nodes, totals.cost, part);
  const estimate = /^estimates\.(.+)$/.exec(metric)?.[1];
  if (estimate !== undefined) return explainEstimate(context, estimate);
  if (metric === 'cost') return totals.cost === null ? absent('There are no servers', sources.sum) : null;
  if (metric === 'rpoSeconds' || metric === 'rtoSeconds') return explainWorst(context, metric);
  const value = Object.hasOwn(summed, metric) ? totals[metric as 'servers'] : null;
  return explainSum(nodes, metric, value);
}

const costParts = ['serversUsd', 'storageUsd', 'requestsUsd', 'egressUsd', 'networkUsd'] as const;

function explainCostPart(
  nodes: readonly NodeFigures[],
  cost: NodeCost | null,
  name: string,
): Explained | null {
  if (cost === null) return null;
  const part = costParts.find((of) => of === name);
  if (part === undefined) return null;
  const terms = termsOfNodes(nodes, (node) => node.cost?.[part] ?? null, usd);
  return explained(
    terms.length === 0 ? '0: none of its parts has any' : '{terms}',
    { terms: sum(terms) },
    sources.sum,
  );
}

function explainWorst(context: ExplainContext, metric: 'rpoSeconds' | 'rtoSeconds'): Explained {
  const { graph, model } = context.loaded;
  const written = context.analysis.nodes.filter(
    (_, i) =>
      keepsRecords(graph.design, graph.nodes[i] as ResolvedNode) &&
      model.traffics.some((traffic) => isWrittenBy(graph, traffic, i)),
  );
  if (written.length === 0) return absent('No write comes to a store', sources.recovery);
  const unknown = written.find((node) => node[metric] === null);
  if (unknown !== undefined)
    return absent('It is not known of {store}, which writes come to', sources.recovery, {
      store: { part: unknown.id },
    });
  const stores = written.map((node) => term(node.id, seconds(node[metric] ?? 0)));
  return explained(
    stores.length === 1
      ? '{terms}: of the stores that writes come to'
      : 'highest({terms}): of the stores that writes come to',
    { terms: argumentsOf(stores) },
    sources.recovery,
  );
}
