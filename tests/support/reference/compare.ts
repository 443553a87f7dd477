import type { Analysis } from '../../../shared/analysis/analysis';
import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import { bytesOf, sumOfBytes } from './bytes';
import { entryOf, nodeOf, reachedFrom, visitsOf } from './calls';
import { firstSaturations, hasParallelSteps, servedShareOf } from './flow-figures';
import { hopMeanOf, layerLoadOf, layerMeanOf } from './rollup';
import type { Traffic } from './traffic';

/** Collects what two ways of computing a figure disagree on. */
export interface Comparison {
  readonly disagreements: readonly string[];
  readonly compared: number;
  /** Two numbers as near to each other as is asked, 10⁻⁶ mostly; what is not finite is null. */
  number(what: string, engine: number | null | undefined, reference: number | null | undefined): void;
  same(what: string, engine: unknown, reference: unknown): void;
  within(what: string, holds: boolean, engine: number | null, reference: number): void;
}

const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

export function comparison(tolerance = 1e-6): Comparison {
  const disagreements: string[] = [];
  let compared = 0;
  const note = (holds: boolean, what: string, engine: unknown, reference: unknown) => {
    compared += 1;
    if (!holds) disagreements.push(`${what}: the engine says ${engine}, the reference ${reference}`);
  };
  return {
    disagreements,
    get compared() {
      return compared;
    },
    number: (what, engine, reference) => {
      const [a, b] = [finite(engine), finite(reference)];
      const holds =
        a === null || b === null
          ? a === b
          : Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;
      note(holds, what, a, b);
    },
    same: (what, engine, reference) => note(engine === reference, what, engine, reference),
    within: (what, holds, engine, reference) => note(holds, what, engine, reference),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Sections 1 and 2 at every node. */
export function compareNodes(
  to: Comparison,
  design: ResolvedDesign,
  analysis: Analysis,
  traffic: Traffic,
): void {
  design.nodes.forEach((node, i) => {
    const engine = analysis.nodes[i];
    const station = traffic.station(node.id);
    const name = `${node.id} (${node.behaviour})`;
    to.same(`${name} place in the order`, engine?.id, node.id);
    for (const flow of design.flows)
      to.number(`${name} visits of ${flow.id}`, engine?.visits[flow.id], visitsOf(design, flow).get(node.id));
    if (node.behaviour === 'source') {
      to.number(`${name} offered`, engine?.offeredRps, null);
      to.number(`${name} utilization`, engine?.utilization, null);
      return;
    }
    to.number(`${name} offered`, engine?.offeredRps, traffic.offeredRps(node.id));
    if (station === null) return;
    to.number(`${name} carried`, engine?.carriedRps, station.offeredRps * traffic.passed(node.id));
    to.number(`${name} capacity`, engine?.capacityRps, station.capacityRps);
    to.number(`${name} utilization`, engine?.utilization, station.utilization);
    to.same(`${name} saturated`, engine?.saturated, station.saturated);
    to.number(`${name} refused`, engine?.refused, traffic.refused(node.id));
    to.number(`${name} wait probability`, engine?.waitProbability, station.waitProbability);
    to.number(`${name} wait`, engine?.waitMs, station.waitMs);
    const reads = sum(
      design.flows.map((flow) => traffic.visitRps({ id: node.id, operation: 'read' }, flow.id)),
    );
    const share = station.offeredRps === 0 ? 1 : reads / station.offeredRps;
    const mean =
      (share > 0 ? share * station.meanMs('read') : 0) +
      (share < 1 ? (1 - share) * station.meanMs('write') : 0);
    to.number(`${name} mean`, engine?.meanMs, station.saturated ? null : mean);
  });
}

/** What runs along every edge, into every layer, and between layers. */
export function compareRollup(
  to: Comparison,
  design: ResolvedDesign,
  analysis: Analysis,
  traffic: Traffic,
): void {
  design.edges.forEach((edge, i) => {
    const engine = analysis.edges[i];
    const rates = design.flows.map((flow) => traffic.edgeRps(edge.id, flow.id));
    to.same(`${edge.id} place in the order`, engine?.id, edge.id);
    to.number(`${edge.id} calls`, engine?.rps, sum(rates));
    to.number(
      `${edge.id} bytes`,
      engine?.bytesPerSecond,
      sum(design.flows.map((flow, f) => sumOfBytes(bytesOf(design, edge, flow)) * (rates[f] ?? 0))),
    );
  });
  for (const engine of analysis.layers) {
    const layer = layerLoadOf(design, traffic, engine.id);
    to.number(`${engine.id} offered`, engine.offeredRps, layer?.offeredRps);
    to.number(`${engine.id} capacity`, engine.capacityRps, layer?.capacityRps);
    to.number(`${engine.id} utilization`, engine.utilization, layer?.utilization);
  }
  for (const hop of analysis.hops) {
    const between = design.edges.filter(
      (edge) => nodeOf(design, edge.from).layer === hop.from && nodeOf(design, edge.to).layer === hop.to,
    );
    const rates = between.flatMap((edge) => design.flows.map((flow) => traffic.edgeRps(edge.id, flow.id)));
    to.number(`${hop.from} to ${hop.to} calls`, hop.rps, sum(rates));
  }
}

/** Rates, losses and limits of every flow, and means where no step has calls in parallel. */
export function compareFlows(
  to: Comparison,
  design: ResolvedDesign,
  analysis: Analysis,
  traffic: Traffic,
  { countsCopies = false, isDrawn = false } = {},
): void {
  // Where steps are drawn a limit would be found only by drawing at every load.
  const saturations = isDrawn ? null : firstSaturations(design, { countsCopies, samples: 0 });
  design.flows.forEach((flow, i) => {
    const engine = analysis.flows[i];
    const isSaturated = (id: string) => traffic.station(id)?.saturated === true;
    const reached = [...reachedFrom(design, flow)];
    const waited = [...reachedFrom(design, flow, true)];
    const first = saturations?.[i] ?? null;
    to.same(`${flow.id} saturated`, engine?.saturated, reached.some(isSaturated));
    to.number(`${flow.id} served`, engine?.servedShare, servedShareOf(design, flow, traffic));
    if (saturations !== null) {
      to.number(
        `${flow.id} highest rate`,
        engine?.maxRateRps,
        first === null ? null : first.factor * flow.rateRps,
      );
      to.same(`${flow.id} bottleneck`, engine?.bottleneck, first?.bottleneck ?? null);
    }
    if (waited.some(isSaturated)) to.number(`${flow.id} mean`, engine?.meanMs, null);
    else compareMeans(to, design, flow, analysis, traffic);
  });
}

/** The identity of section 5 with every term of its own. */
function compareMeans(
  to: Comparison,
  design: ResolvedDesign,
  flow: ResolvedFlow,
  analysis: Analysis,
  traffic: Traffic,
): void {
  const engine = analysis.flows.find(({ id }) => id === flow.id);
  const layers = analysis.layers.map((layer) => {
    const mean = layerMeanOf(design, flow, traffic, layer.id);
    to.number(`${flow.id} mean in ${layer.id}`, layer.flows[flow.id]?.meanMs, mean);
    return mean;
  });
  const hops = analysis.hops.map((hop) => {
    const mean = hopMeanOf(design, flow, hop.from, hop.to);
    to.number(`${flow.id} mean from ${hop.from} to ${hop.to}`, hop.flows[flow.id]?.meanMs, mean);
    return mean;
  });
  to.number(`${flow.id} mean`, engine?.meanMs, sum([...layers, ...hops]) - (engine?.overlapMs ?? Number.NaN));
  if (hasParallelSteps(design, flow)) return;
  to.number(`${flow.id} overlap`, engine?.overlapMs, 0);
  to.number(`${flow.id} mean`, engine?.meanMs, traffic.time(flow.id, entryOf(flow))?.mean);
}
