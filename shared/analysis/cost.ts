import type { ResolvedDesign, ResolvedNode } from '../catalog/resolved';
import { monthSeconds } from '../math/calendar';
import type { NodeCost } from './analysis';
import type { LoadModel } from './load-model';
import { priceOfGb } from './price-per-gb';
import { serversOf } from './station';
import { storedAfter } from './storage';
import { bytesPerGb, gbAMonth, millionsAMonth, type Usage, usageOf } from './usage';
import { nodesVisited } from './visit-positions';

/** Months after which stored data are costed where the workload does not say. */
const usualCostMonths = 12;

/** What crosses zones and regions where the design has no prices, US dollars a GB of both directions. */
const usualNetworkUsdPerGb = 0.02;

/** Prices of a million reads and of a million writes; null where neither the catalog nor the design has one. */
export function requestPrices({ config }: ResolvedNode): {
  readonly read: number | null;
  readonly write: number | null;
} {
  const { requestUsdPerMillion, readUsdPerMillion, writeUsdPerMillion } = config.other;
  const each = requestUsdPerMillion ?? null;
  return { read: readUsdPerMillion ?? each, write: writeUsdPerMillion ?? each };
}

/** Whether a provider runs it and nothing says what its servers cost: then what it asks for is asked by the request. */
const isBilledByRequest = ({ kind, config, basis }: ResolvedNode): boolean =>
  kind.managed === true && !((config.other.unitCostUsd ?? 0) > 0) && basis.unitCostUsd?.kind !== 'document';

/** Seconds of writes whose storage is paid for. */
export const costSecondsOf = ({ graph }: LoadModel): number =>
  (graph.design.workload.costMonths ?? usualCostMonths) * monthSeconds;

/** What a GB to the internet costs at a node: its own price, else the design's. */
export const egressPriceOf = ({ graph }: LoadModel, { config }: ResolvedNode) =>
  config.other.egressUsdPerGb ?? graph.design.prices.internetEgressUsdPerGb ?? 0;

/** US dollars a GB, of both directions, that cross zones and regions. */
export const networkPricesOf = ({ prices }: ResolvedDesign) => ({
  zones: prices.crossZoneUsdPerGb ?? usualNetworkUsdPerGb,
  regions: prices.crossRegionUsdPerGb ?? usualNetworkUsdPerGb,
});

/** The month's cost of each node by what is paid for; null for what represents no servers of the design. */
export function costsOf(model: LoadModel): readonly (NodeCost | null)[] {
  const usage = usageOf(model);
  return model.graph.design.nodes.map((node, at) => costOf(model, usage, node, at));
}

function costOf(model: LoadModel, usage: Usage, node: ResolvedNode, at: number): NodeCost | null {
  const servers = serversOf(node);
  if (servers === null) return null;
  const { scaleUp, other } = node.config;
  const reads = usage.reads[at] as number;
  const writes = usage.writes[at] as number;
  const prices = requestPrices(node);
  const network = networkPricesOf(model.graph.design);
  const isUnpriced = (prices.read === null && reads > 0) || (prices.write === null && writes > 0);
  return {
    serversUsd: servers * (other.unitCostUsd ?? 0) * scaleUp,
    storageUsd:
      other.storageUsdPerGbMonth === undefined
        ? 0
        : priceOfGb(storedAfter(model, at, costSecondsOf(model)) / bytesPerGb, other.storageUsdPerGbMonth),
    requestsUsd: millionsAMonth(reads * (prices.read ?? 0) + writes * (prices.write ?? 0)),
    egressUsd: priceOfGb(gbAMonth(usage.sentBytes[at] as number), egressPriceOf(model, node)),
    networkUsd:
      gbAMonth(usage.crossZoneBytes[at] as number) * network.zones +
      gbAMonth(usage.crossRegionBytes[at] as number) * network.regions,
    unpriced: isUnpriced && isBilledByRequest(node),
  };
}

export const totalUsd = (cost: Omit<NodeCost, 'unpriced'>): number =>
  cost.serversUsd + cost.storageUsd + cost.requestsUsd + cost.egressUsd + cost.networkUsd;

/** What a million requests of each flow cost, each node's cost shared by visits; null for a flow without requests. */
export function usdPerMillionOf(
  model: LoadModel,
  costs: readonly (NodeCost | null)[],
): readonly (number | null)[] {
  const { visits, requests, reads, writes } = usageOf(model);
  return visits.map((ofFlow, flow) => {
    const rps = requests[flow] ?? 0;
    if (rps === 0) return null;
    let usd = 0;
    const traffic = model.traffics[flow];
    for (const node of traffic === undefined ? [] : nodesVisited(model.graph, traffic)) {
      const cost = costs[node] ?? null;
      const all = (reads[node] as number) + (writes[node] as number);
      if (cost !== null && all > 0) usd += (totalUsd(cost) * (ofFlow[node] as number)) / all;
    }
    return usd / millionsAMonth(rps);
  });
}

/** Of nodes together; null where none of them costs anything by itself. */
export function sumOfCosts(costs: readonly (NodeCost | null)[]): NodeCost | null {
  let sum: NodeCost | null = null;
  for (const cost of costs) {
    if (cost === null) continue;
    sum =
      sum === null
        ? cost
        : {
            serversUsd: sum.serversUsd + cost.serversUsd,
            storageUsd: sum.storageUsd + cost.storageUsd,
            requestsUsd: sum.requestsUsd + cost.requestsUsd,
            egressUsd: sum.egressUsd + cost.egressUsd,
            networkUsd: sum.networkUsd + cost.networkUsd,
            unpriced: sum.unpriced || cost.unpriced,
          };
  }
  return sum;
}
