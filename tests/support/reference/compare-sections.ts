import type { Analysis } from '../../../shared/analysis/analysis';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import { flowKinds } from '../../../shared/model/vocabulary';
import { type Availability, availabilityOf, stateCountOf } from './availability';
import { callsFrom, entryOf, reachedVisits } from './calls';
import type { Comparison } from './compare';
import { completionBy, neverCompletes, timeoutShareOf } from './completion';
import { connectionsOf } from './connections';
import { costOf, totalOf, usdPerMillion } from './cost';
import { estimatesOf } from './estimates';
import { hasParallelSteps } from './flow-figures';
import { recoveryOf } from './recovery';
import { meanOf } from './sampling';
import type { Section } from './sections';
import { seeded } from './seeded';
import { storeAvailability } from './servers-needed';
import { memoryUtilization, storedBytes } from './storage';
import type { Traffic } from './traffic';

/** A figure of the engine by name: those of a section are there once it covers the section. */
function figureOf(of: object | undefined, name: string): number | null | undefined {
  const value: unknown = Object.entries(of ?? {}).find(([key]) => key === name)?.[1];
  return typeof value === 'number' || value === null ? value : undefined;
}

function textOf(of: object | undefined, name: string): unknown {
  return Object.entries(of ?? {}).find(([key]) => key === name)?.[1] ?? null;
}

/** The figures that come with each section of the second edition that is covered. */
export function compareSections(
  to: Comparison,
  design: ResolvedDesign,
  analysis: Analysis,
  traffic: Traffic,
  sections: ReadonlySet<Section>,
): void {
  compareLimits(to, design, analysis, traffic);
  if (sections.has('places')) comparePlaces(to, design, analysis, traffic);
  if (sections.has('completion')) compareCompletion(to, design, analysis, traffic);
  if (sections.has('availability')) compareAvailability(to, design, analysis, traffic);
  if (sections.has('recovery')) compareRecovery(to, design, analysis, traffic);
  if (sections.has('cost')) compareCost(to, design, analysis);
  if (sections.has('estimates')) compareEstimates(to, design, analysis, traffic);
}

/** Means of calls in parallel are only drawn here: then requests in progress follow from the engine's means. */
function compareEstimates(
  to: Comparison,
  design: ResolvedDesign,
  analysis: Analysis,
  traffic: Traffic,
): void {
  const { estimates } = analysis.totals;
  const { inProgress, ...others } = estimatesOf(design, traffic);
  for (const [name, value] of Object.entries(others))
    to.number(`estimate ${name}`, figureOf(estimates, name), value);
  if (!design.flows.some((flow) => hasParallelSteps(design, flow))) {
    to.number('estimate inProgress', estimates.inProgress, inProgress);
    return;
  }
  const held = analysis.flows.reduce<number | null>(
    (sum, { meanMs }, i) =>
      sum === null || meanMs === null ? null : sum + ((design.flows[i]?.rateRps ?? 0) * meanMs) / 1000,
    0,
  );
  to.number('estimate inProgress', estimates.inProgress, held);
}

/** What each station is limited by, and how many of its servers it can do without: k of n. */
function compareLimits(to: Comparison, design: ResolvedDesign, analysis: Analysis, traffic: Traffic): void {
  const connections = connectionsOf(design, analysis.load);
  const reference: Availability = availabilityOf(design, traffic, connections);
  design.nodes.forEach((node, i) => {
    const station = traffic.station(node.id);
    if (station === null) return;
    const engine = analysis.nodes[i];
    to.same(`${node.id} limited by`, engine?.limitedBy, station.limitedBy);
    to.number(`${node.id} availability`, engine?.availability, reference.ofNode(node));
  });
}

function comparePlaces(to: Comparison, design: ResolvedDesign, analysis: Analysis, traffic: Traffic): void {
  design.nodes.forEach(({ id }, i) => {
    const station = traffic.station(id);
    if (station === null) return;
    const engine = analysis.nodes[i];
    const rest = traffic.rest(id);
    const isHeld = rest !== null && !station.saturated;
    const heldMs = isHeld ? station.laneWait.mean + rest.mean : null;
    const accepted = traffic.offeredRps(id) * (1 - traffic.refused(id));
    to.number(`${id} places`, figureOf(engine, 'placesUtilization'), station.placesUtilization);
    to.same(`${id} limited by`, textOf(engine, 'limitedBy'), station.limitedBy);
    // Without places nothing is drawn for how long calls in parallel, or ones that time out, are waited for.
    if (drawsHoldOf(design, id)) return;
    to.same(`${id} held up by`, textOf(engine, 'heldUpBy'), traffic.heldUpBy(id));
    to.number(`${id} held`, figureOf(engine, 'heldMs'), heldMs);
    to.number(
      `${id} in flight`,
      figureOf(engine, 'inFlight'),
      heldMs === null ? null : (accepted * heldMs) / 1000,
    );
  });
}

const samples = 4000;
const sigmas = 4.8;

function compareCompletion(
  to: Comparison,
  design: ResolvedDesign,
  analysis: Analysis,
  traffic: Traffic,
): void {
  design.flows.forEach((flow, i) => {
    const engine = figureOf(analysis.flows[i], 'completionMeanMs');
    if (neverCompletes(design, flow, traffic)) {
      to.number(`${flow.id} completion`, engine, null);
      return;
    }
    const draw = completionBy(design, flow, traffic);
    const random = seeded(31);
    const { mean, deviation } = meanOf(Array.from({ length: samples }, () => draw(random)));
    const holds = Math.abs((engine ?? Number.NaN) - mean) <= sigmas * deviation + 0.005 * mean + 1e-9;
    to.within(`${flow.id} completion`, holds, engine ?? null, mean);
  });
  design.edges.forEach((edge, i) => {
    const share = timeoutShareOf(design, edge, traffic, seeded(37), samples);
    const engine = figureOf(analysis.edges[i], 'timeoutShare');
    if (share === null) {
      to.number(`${edge.id} timeouts`, engine, null);
      return;
    }
    const near = sigmas * Math.sqrt((share * (1 - share) + 1 / samples) / samples) + 0.01 * share;
    to.within(`${edge.id} timeouts`, Math.abs((engine ?? Number.NaN) - share) <= near, engine ?? null, share);
  });
}

/** States that are gone through at most. */
const mostStates = 3000;

function compareAvailability(
  to: Comparison,
  design: ResolvedDesign,
  analysis: Analysis,
  traffic: Traffic,
): void {
  const reference: Availability = availabilityOf(design, traffic, connectionsOf(design, analysis.load));
  design.nodes.forEach((node, i) => {
    to.number(`${node.id} availability`, analysis.nodes[i]?.availability, reference.ofNode(node));
  });
  design.flows.forEach((flow, i) => {
    if (stateCountOf(design, flow) > mostStates) return;
    to.number(`${flow.id} availability`, analysis.flows[i]?.availability, reference.ofFlow(flow));
  });
}

/** What losing a server loses, and how often a store that reads from its leader answers. */
function compareRecovery(to: Comparison, design: ResolvedDesign, analysis: Analysis, traffic: Traffic): void {
  design.nodes.forEach((node, i) => {
    const engine = analysis.nodes[i];
    if (node.behaviour === 'store' || node.behaviour === 'buffer') {
      const recovery = recoveryOf(node, traffic);
      to.number(`${node.id} RPO`, engine?.rpoSeconds, recovery.rpoSeconds);
      to.number(`${node.id} RTO`, engine?.rtoSeconds, recovery.rtoSeconds);
    }
    const { replication, readFrom } = node.config;
    if (node.behaviour !== 'store' || (readFrom === 'any' && replication !== 'quorum')) return;
    to.number(`${node.id} availability`, engine?.availability, storeAvailability(node, traffic));
  });
}

function compareCost(to: Comparison, design: ResolvedDesign, analysis: Analysis): void {
  design.nodes.forEach((node, i) => {
    const engine = analysis.nodes[i];
    if (node.behaviour === 'source' || node.behaviour === 'pass-through') {
      to.number(`${node.id} cost`, engine?.monthlyCostUsd, null);
      return;
    }
    const cost = costOf(design, node, analysis.load);
    const given = Object(textOf(engine, 'cost'));
    for (const [name, usd] of Object.entries(cost))
      to.number(`${node.id} ${name}`, figureOf(given, name), usd);
    to.number(`${node.id} cost`, engine?.monthlyCostUsd, totalOf(cost));
    if (node.behaviour !== 'store') return;
    to.number(`${node.id} stored`, engine?.storageBytes, storedBytes(design, node, analysis.load));
    to.number(`${node.id} memory`, figureOf(engine, 'memoryUtilization'), memoryUtilization(design, node));
  });
  design.flows.forEach((flow, i) => {
    const usd = usdPerMillion(design, flow, analysis.load);
    to.number(`${flow.id} cost`, figureOf(analysis.flows[i], 'usdPerMillionRequests'), usd);
  });
}

/** Whether how long a visit of a node holds it is drawn: steps in parallel below it, or its own that time out. */
function drawsHoldOf(design: ResolvedDesign, id: string): boolean {
  return design.flows.some((flow) =>
    flowKinds.some((operation) => {
      const visit = { id, operation };
      const isCut = callsFrom(design, flow, visit).some(
        ({ edge, isSync }) => isSync && edge.timeoutMs !== null,
      );
      return isCut || hasParallelSteps(design, flow, visit);
    }),
  );
}

/** Whether how long a place is held is drawn somewhere: steps in parallel, or cut by a timeout, behind one. */
export function drawsHolds(design: ResolvedDesign, placed: (id: string) => boolean): boolean {
  return design.flows.some((flow) => {
    const visits = [...reachedVisits(design, flow, entryOf(flow)).values()];
    if (!visits.some(({ id }) => placed(id))) return false;
    return visits.some((visit) => {
      const calls = callsFrom(design, flow, visit).filter(({ isSync }) => isSync);
      const together = calls.some(({ edge }, i) =>
        calls.slice(i + 1).some((other) => other.edge.step === edge.step),
      );
      return together || (placed(visit.id) && calls.some(({ edge }) => edge.timeoutMs !== null));
    });
  });
}
