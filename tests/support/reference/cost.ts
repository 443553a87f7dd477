import type {
  ResolvedDesign,
  ResolvedEdge,
  ResolvedFlow,
  ResolvedNode,
} from '../../../shared/catalog/resolved';
import type { PricePerGb } from '../../../shared/model/price-per-gb';
import { flowKinds } from '../../../shared/model/vocabulary';
import { bytesOf, sumOfBytes } from './bytes';
import { nodeOf } from './calls';
import { configOf } from './settings';
import {
  averageRps,
  averageVisits,
  nominalCalls,
  secondsPerMonth,
  storedBytesAfter,
  visitsAMonth,
} from './storage';

/** US dollars a month. */
export interface Cost {
  readonly serversUsd: number;
  readonly storageUsd: number;
  readonly requestsUsd: number;
  readonly egressUsd: number;
  readonly networkUsd: number;
}

export const totalOf = (cost: Cost): number =>
  cost.serversUsd + cost.storageUsd + cost.requestsUsd + cost.egressUsd + cost.networkUsd;

/** Each tier's price for what lies between the end of the tier before and its own. */
export function tieredUsd(gb: number, price: PricePerGb): number {
  if (typeof price === 'number') return gb * price;
  let [usd, from] = [0, 0];
  for (const { uptoGb = Number.POSITIVE_INFINITY, usd: perGb } of price) {
    usd += Math.max(0, Math.min(gb, uptoGb) - from) * perGb;
    from = uptoGb;
  }
  return usd;
}

export const serversOf = ({ behaviour, config }: ResolvedNode): number => {
  if (behaviour === 'source' || behaviour === 'pass-through') return 0;
  return behaviour === 'store' ? config.shards * config.replicasPerShard : config.replicas;
};

const isSpread = ({ zone, config }: ResolvedNode): boolean => zone === null && config.multiZone;

/** Zones of a region that its pools are spread over: its zone groups, three where it has fewer than two. */
function zonesOf(design: ResolvedDesign, region: string | null): number {
  const around = (id: string | null): readonly string[] => {
    const group = design.groups.find((of) => of.id === id);
    if (group === undefined) return [];
    return [...(group.kind === 'region' ? [group.id] : []), ...around(group.parent)];
  };
  // Outside regions: the zone groups that are in none.
  const isIn = (regions: readonly string[]) =>
    region === null ? regions.length === 0 : regions.includes(region);
  const zones = design.groups.filter(({ kind, parent }) => kind === 'zone' && isIn(around(parent))).length;
  return zones < 2 ? 3 : zones;
}

/** Share of what an edge carries that crosses zones, and regions. */
export function crossingsOf(design: ResolvedDesign, edge: ResolvedEdge) {
  const [from, to] = [nodeOf(design, edge.from), nodeOf(design, edge.to)];
  if (edge.network === 'cross-region') return { zones: 0, regions: 1 };
  if (edge.network === 'internet' || from.region !== to.region) return { zones: 0, regions: 0 };
  if (from.behaviour === 'source' || to.behaviour === 'pass-through') return { zones: 0, regions: 0 };
  const spread = [from, to].find(isSpread);
  if (spread !== undefined) return { zones: 1 - 1 / zonesOf(design, spread.region), regions: 0 };
  return { zones: edge.network === 'cross-zone' ? 1 : 0, regions: 0 };
}

const nothing: Cost = { serversUsd: 0, storageUsd: 0, requestsUsd: 0, egressUsd: 0, networkUsd: 0 };

/** Section 5.3 for one node at the average rate; network is billed to the caller. What represents no servers costs nothing. */
export function costOf(design: ResolvedDesign, node: ResolvedNode, load = 1): Cost {
  if (node.behaviour === 'source' || node.behaviour === 'pass-through') return nothing;
  const prices = configOf(node);
  const visits = visitsAMonth(design, node, load);
  const kept = storedBytesAfter(design, node, (design.workload.costMonths ?? 12) * secondsPerMonth, load);
  const sent = sentToInternet(design, node, load) * secondsPerMonth;
  const egress = prices.egressUsdPerGb ?? design.prices.internetEgressUsdPerGb ?? 0;
  const each = prices.requestUsdPerMillion ?? 0;
  return {
    serversUsd: serversOf(node) * (prices.unitCostUsd ?? 0) * node.config.scaleUp,
    storageUsd: tieredUsd(kept / 1e9, prices.storageUsdPerGbMonth ?? 0),
    requestsUsd:
      (visits.read * (prices.readUsdPerMillion ?? each) +
        visits.write * (prices.writeUsdPerMillion ?? each)) /
      1e6,
    egressUsd: tieredUsd(sent / 1e9, egress),
    networkUsd: networkUsd(design, node, load),
  };
}

/** Response bytes a second on the edges that lead from a source to it. */
const sentToInternet = (design: ResolvedDesign, node: ResolvedNode, load: number): number =>
  nominalCalls(design, load)
    .filter(({ call }) => call.edge.to === node.id && nodeOf(design, call.edge.from).behaviour === 'source')
    .reduce((sum, { flow, call, rps }) => sum + rps * bytesOf(design, call.edge, flow).response, 0);

const networkUsd = (design: ResolvedDesign, node: ResolvedNode, load: number): number =>
  nominalCalls(design, load)
    .filter(({ call }) => call.edge.from === node.id)
    .reduce((sum, { flow, call, rps }) => {
      const { zones, regions } = crossingsOf(design, call.edge);
      const { crossZoneUsdPerGb = 0.02, crossRegionUsdPerGb = 0.02 } = design.prices;
      const gb = (rps * secondsPerMonth * sumOfBytes(bytesOf(design, call.edge, flow))) / 1e9;
      return sum + gb * (zones * crossZoneUsdPerGb + regions * crossRegionUsdPerGb);
    }, 0);

/** What a million requests of a flow cost, each node's cost shared by visits; null where it has none. */
export function usdPerMillion(design: ResolvedDesign, flow: ResolvedFlow, load = 1): number | null {
  const requests = averageRps(design, flow, load) * secondsPerMonth;
  if (requests === 0) return null;
  const visitsOf = (of: ResolvedFlow, node: ResolvedNode) =>
    flowKinds.reduce((sum, operation) => sum + averageVisits(design, of, node.id, operation, load), 0);
  const usd = design.nodes.reduce((sum, node) => {
    const all = design.flows.reduce((total, of) => total + visitsOf(of, node), 0);
    return all === 0 ? sum : sum + (totalOf(costOf(design, node, load)) * visitsOf(flow, node)) / all;
  }, 0);
  return (1e6 * usd) / requests;
}
