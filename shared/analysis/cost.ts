import { monthSeconds } from '../math/calendar';
import type { LoadModel } from './loads';
import { serversOf } from './station';
import { averageRps, bytesPerGb, type Egress, egressOf, storageBytes } from './storage';

/** What a node costs a month, by what it is paid for. */
export interface NodeCost {
  readonly serversUsd: number;
  readonly storageUsd: number;
  readonly egressUsd: number;
}

/** The month's cost of each node: servers × unitCostUsd × scaleUp + GB kept × price + GB sent × price; null for sources. */
export function costsOf(model: LoadModel, rates: readonly Float64Array[]): readonly (NodeCost | null)[] {
  const egress = egressOf(model.graph, rates);
  return model.graph.nodes.map((_, node) => costOf(model, egress, node));
}

function costOf(model: LoadModel, egress: Egress, node: number): NodeCost | null {
  const of = model.graph.nodes[node];
  const servers = of === undefined ? null : serversOf(of);
  if (of === undefined || servers === null) return null;
  const { scaleUp, other } = of.config;
  const stored = storageBytes(model, node) ?? 0;
  return {
    serversUsd: servers * (other.unitCostUsd ?? 0) * scaleUp,
    storageUsd: (stored / bytesPerGb) * (other.storageUsdPerGbMonth ?? 0),
    egressUsd: (sentBytes(model, egress, node) / bytesPerGb) * (other.egressUsdPerGb ?? 0),
  };
}

/** Bytes a month that a node is charged for sending, at the average rate. */
export const sentBytes = ({ graph }: LoadModel, { toSources, acrossPlaces }: Egress, node: number): number =>
  averageRps(graph.design, (toSources[node] ?? 0) + (acrossPlaces[node] ?? 0)) * monthSeconds;

export const totalUsd = ({ serversUsd, storageUsd, egressUsd }: NodeCost): number =>
  serversUsd + storageUsd + egressUsd;
