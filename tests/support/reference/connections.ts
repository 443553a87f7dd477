import type { ResolvedDesign, ResolvedNode } from '../../../shared/catalog/resolved';
import { callsFrom, entryOf, keyOf, nodeOf, type Visit } from './calls';
import { isStation } from './station';

const isGateway = (node: ResolvedNode): boolean =>
  node.behaviour === 'distributor' || node.kind.id.endsWith('-gateway');

/**
 * Connections held open at each node: a flow's lead from its source through distributors and gateways to the first other
 * station, split where one is picked; how often each is used does not matter. DNS tells the
 * address and holds none.
 */
export function connectionsOf(design: ResolvedDesign, load: number): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const flow of design.flows) {
    if (flow.connections === 0) continue;
    const passing = (visit: Visit, share: number, seen: ReadonlySet<string>): void => {
      const node = nodeOf(design, visit.id);
      if (seen.has(keyOf(visit))) return;
      if (node.behaviour !== 'source' && node.kind.id !== 'dns')
        held.set(node.id, (held.get(node.id) ?? 0) + flow.connections * load * share);
      if (isStation(node) && !isGateway(node)) return;
      for (const call of callsFrom(design, flow, visit))
        if (call.isSync) passing(call.to, share * call.pick, new Set([...seen, keyOf(visit)]));
    };
    passing(entryOf(flow), 1, new Set());
  }
  return held;
}
