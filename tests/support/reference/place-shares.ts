import type { ResolvedNode } from '../../../shared/catalog/resolved';
import { type FlowKind, flowKinds } from '../../../shared/model/vocabulary';
import { keyOf } from './calls';
import { mostOf, occupancyOf } from './places';
import { hasPlaces, poolsOf } from './pools';
import { mixedMs } from './queue';
import { visitsBy } from './sampling';
import { settingsOf } from './settings';
import { faults, restOf, type Settled, settledFigures } from './settled-figures';
import { figuresOf, type Loads, loadOf, type Situation, settledLoads } from './settled-loads';
import { type Moments, shareOf } from './station';
import { stepsTime, type Times } from './times';

/** The largest share of what arrives that the places of a node alone let it pass on. */
export function placeShareOf(of: Situation, node: ResolvedNode, first: Loads, before: Settled): number {
  const { queueLimit } = node.config;
  const isCarried = (share: number): boolean | null => {
    const loads = share === 1 ? first : settledLoads(of, new Map([[node.id, share]]));
    const { rests } = share === 1 ? before : settledFigures(of, loads);
    const rest = rests.get(node.id);
    if (rest === null || rest === undefined) return null;
    const rate = (operation: FlowKind) =>
      of.design.flows.reduce((sum, flow) => sum + loadOf(loads, { id: node.id, operation }, flow.id), 0);
    const offered = { readRps: rate('read'), writeRps: rate('write') };
    const rps = offered.readRps + offered.writeRps;
    const { limitRps } = settingsOf(node);
    const accepted = shareOf(offered, Math.min(1, (limitRps ?? rps) / rps));
    const perMs = (accepted.readRps + accepted.writeRps) / 1000;
    const workMs = mixedMs(accepted, node.config);
    const delayMs = Math.max(0, rest.mean - workMs);
    const shapes = poolsOf(of.design, node);
    const sum = (value: (shape: (typeof shapes)[number]) => number) =>
      shapes.reduce((total, shape) => total + value(shape), 0);
    if (queueLimit !== null) {
      const pool = { lanes: sum(({ lanes }) => lanes), places: sum(({ places }) => places), workMs, delayMs };
      return share <= 1 - occupancyOf(pool, perMs, queueLimit).lossShare;
    }
    return (
      share * (1 - 1e-15) <=
      sum((shape) => shape.share * Math.min(1, mostOf({ ...shape, workMs, delayMs }) / (perMs * shape.share)))
    );
  };
  if (isCarried(1) === true || isCarried(1e-9) !== true) return 1;
  let [low, high] = [0, 1];
  while (high - low > 1e-11) {
    const middle = (low + high) / 2;
    if (isCarried(middle) === true) low = middle;
    else high = middle;
  }
  return low;
}

/** Of several that it waits for without end the first in the document; else the busiest, where it alone is the reason. */
export function heldUpBy(of: Situation, loads: Loads, settled: Settled, node: ResolvedNode): string | null {
  const { design } = of;
  if (!hasPlaces(node, poolsOf(design, node))) return null;
  const atFault = new Set<string>();
  const waited = new Set<string>();
  for (const flow of design.flows)
    for (const operation of flowKinds)
      if (loadOf(loads, { id: node.id, operation }, flow.id) > 0)
        faults(of, settled, flow, { id: node.id, operation }, true, atFault, waited);
  if (settled.rests.get(node.id) === null) return design.nodes.find(({ id }) => atFault.has(id))?.id ?? null;
  const figures = settled.figures.get(node.id);
  if ((figures?.placesUtilization ?? 0) < 1) return null;
  const busy = design.nodes
    .filter(({ id }) => waited.has(id))
    .sort(
      (a, b) => (settled.figures.get(b.id)?.utilization ?? 0) - (settled.figures.get(a.id)?.utilization ?? 0),
    );
  const [busiest] = busy;
  if (busiest === undefined) return null;
  const waitMs = settled.figures.get(busiest.id)?.waitMs ?? 0;
  const without = new Map(
    [...settled.times].map(([flow, times]): [string, Times] => [
      flow,
      new Map(
        [...times].map(([key, moments]): [string, Moments | null] => {
          const isBusiest = flowKinds.some((operation) => keyOf({ id: busiest.id, operation }) === key);
          return [key, isBusiest && moments !== null ? { ...moments, mean: moments.mean - waitMs } : moments];
        }),
      ),
    ]),
  );
  const rest = restOf(node, design, loads, (flow, visit) =>
    stepsTime(design, flow, visit, {
      times: without.get(flow.id) ?? new Map<string, Moments | null>(),
      cutAtTimeouts: true,
      draw: visitsBy(design, flow, (id) => settled.figures.get(id) ?? null).time,
      samples: of.samples,
    }),
  );
  const fast = figuresOf(of, node, loads, rest);
  return (fast?.placesUtilization ?? 1) < 1 ? busiest.id : null;
}
