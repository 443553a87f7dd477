import {
  availabilitiesOf,
  flowAvailabilitiesOf,
  jointAvailability,
  nodeAvailability,
} from './availability/flows';
import type { LatestAvailabilities } from './availability/known-flows';
import { costsOf, totalUsd } from './cost';
import type { Loaded } from './load-design';
import { type Recovery, recoveryOf, worstRecovery } from './recovery';
import { serversOf } from './station';
import { storageBytes } from './storage';

/** What a design can be relied on for and what it costs, by position: availability, recovery, servers, storage, cost. */
export interface Provision {
  readonly flows: readonly (number | null)[];
  readonly nodes: readonly NodeProvision[];
  /** Availability, cost and storage of some nodes together. */
  readonly together: (members: readonly number[]) => {
    readonly availability: number | null;
    readonly monthlyCostUsd: number | null;
    readonly storageBytes: number | null;
  };
  readonly design: { readonly rpoSeconds: number | null; readonly rtoSeconds: number | null };
}

/** The figures of one node that do not depend on times. */
export interface NodeProvision {
  readonly availability: number | null;
  readonly servers: number | null;
  readonly monthlyCostUsd: number | null;
  readonly storageBytes: number | null;
  readonly rpoSeconds: number | null;
  readonly rtoSeconds: number | null;
}

const nothingArrives = { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };

/** Computes them under the load; `rates` are the calls of each flow over each edge. */
export function provisionOf(
  { graph, model, loads }: Loaded,
  rates: readonly Float64Array[],
  latest: LatestAvailabilities,
): Provision {
  const availabilities = availabilitiesOf(graph, loads.nodes);
  const costs = costsOf(model, rates);
  const recoveries: readonly Recovery[] = graph.nodes.map((node, i) =>
    recoveryOf(node, loads.nodes[i] ?? nothingArrives),
  );
  const nodes = graph.nodes.map((node, i): NodeProvision => {
    const cost = costs[i] ?? null;
    return {
      availability: nodeAvailability(availabilities, i),
      servers: serversOf(node),
      monthlyCostUsd: cost === null ? null : totalUsd(cost),
      storageBytes: storageBytes(model, i),
      rpoSeconds: recoveries[i]?.rpoSeconds ?? null,
      rtoSeconds: recoveries[i]?.rtoSeconds ?? null,
    };
  });
  return {
    flows: flowAvailabilitiesOf(graph, model.traffics, availabilities, latest),
    nodes,
    together: (members) => ({
      availability: jointAvailability(graph, members, availabilities),
      monthlyCostUsd: sumOf(members.map((i) => nodes[i]?.monthlyCostUsd ?? null)),
      storageBytes: storedBy(members, (i) => graph.nodes[i]?.behaviour === 'store', nodes),
    }),
    design: worstRecovery(graph, model.traffics, recoveries),
  };
}

/** Sum of those that exist; null where none does. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Bytes of all stores together; null where there is none, or one of them is not known. */
function storedBy(
  members: readonly number[],
  isStore: (node: number) => boolean,
  nodes: readonly NodeProvision[],
): number | null {
  let sum: number | null = null;
  for (const i of members) {
    if (!isStore(i)) continue;
    const bytes = nodes[i]?.storageBytes ?? null;
    if (bytes === null) return null;
    sum = (sum ?? 0) + bytes;
  }
  return sum;
}
