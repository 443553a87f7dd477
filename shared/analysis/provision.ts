import { acceptedLoads } from './accepted-loads';
import type { NodeCost } from './analysis';
import {
  availabilitiesOf,
  flowAvailabilitiesOf,
  jointAvailability,
  nodeAvailability,
} from './availability/flows';
import type { LatestAvailabilities } from './availability/known-flows';
import { costsOf, sumOfCosts, totalUsd, usdPerMillionOf } from './cost';
import type { Loaded } from './load-design';
import { type Recovery, recoveryOf, worstRecovery } from './recovery';
import { serversOf } from './station';
import { memoryUtilization, storageBytes } from './storage';

/** What a design can be relied on for and what it costs, by position: availability, recovery, servers, storage, cost. */
export interface Provision {
  readonly flows: readonly (number | null)[];
  readonly usdPerMillionRequests: readonly (number | null)[];
  readonly nodes: readonly NodeProvision[];
  /** Availability, cost and storage of some nodes together. */
  readonly together: (members: readonly number[]) => {
    readonly availability: number | null;
    readonly monthlyCostUsd: number | null;
    readonly storageBytes: number | null;
  };
  readonly design: {
    readonly rpoSeconds: number | null;
    readonly rtoSeconds: number | null;
    readonly cost: NodeCost | null;
  };
}

/** The figures of one node that do not depend on times. */
export interface NodeProvision {
  readonly availability: number | null;
  readonly servers: number | null;
  readonly monthlyCostUsd: number | null;
  readonly cost: NodeCost | null;
  readonly storageBytes: number | null;
  readonly memoryUtilization: number | null;
  readonly rpoSeconds: number | null;
  readonly rtoSeconds: number | null;
}

const nothingArrives = { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };

/** Computes them under the load. */
export function provisionOf(
  { graph, model, loads, states, held }: Loaded,
  latest: LatestAvailabilities,
): Provision {
  const availabilities = availabilitiesOf(graph, acceptedLoads(loads, held));
  const costs = costsOf(model);
  const recoveries: readonly Recovery[] = graph.design.nodes.map((node, i) =>
    recoveryOf(graph.design, node, loads.nodes[i] ?? nothingArrives, states[i]?.mixed?.meanMs ?? null),
  );
  const nodes = graph.design.nodes.map((node, i): NodeProvision => {
    const cost = costs[i] ?? null;
    const stored = storageBytes(model, i);
    return {
      availability: nodeAvailability(availabilities, i),
      servers: serversOf(node),
      monthlyCostUsd: cost === null ? null : totalUsd(cost),
      cost,
      storageBytes: stored,
      memoryUtilization: memoryUtilization(node, stored),
      rpoSeconds: recoveries[i]?.rpoSeconds ?? null,
      rtoSeconds: recoveries[i]?.rtoSeconds ?? null,
    };
  });
  return {
    flows: flowAvailabilitiesOf(graph, model.traffics, availabilities, latest),
    usdPerMillionRequests: usdPerMillionOf(model, costs),
    nodes,
    together: (members) => ({
      availability: jointAvailability(graph, members, availabilities),
      monthlyCostUsd: sumOf(members.map((i) => nodes[i]?.monthlyCostUsd ?? null)),
      storageBytes: storedBy(members, (i) => graph.nodes[i]?.behaviour === 'store', nodes),
    }),
    design: { ...worstRecovery(graph, model.traffics, recoveries), cost: sumOfCosts(costs) },
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
