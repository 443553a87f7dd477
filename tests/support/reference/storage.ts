import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../../shared/catalog/resolved';
import { type FlowKind, flowKinds } from '../../../shared/model/vocabulary';
import { type Call, callsFrom, keyOf, reachedVisits, visitsByOperation } from './calls';
import { settingsOf } from './settings';

export const secondsPerYear = 365.25 * 86_400;
export const secondsPerMonth = secondsPerYear / 12;

/** Requests a second on average over the day: peak ÷ peak factor, the flow's own or the workload's. */
export const averageRps = (design: ResolvedDesign, flow: ResolvedFlow, load = 1): number =>
  (flow.rateRps * load) / (flow.peakFactor ?? design.workload.peakFactor ?? 1);

export interface NominalCall {
  readonly flow: ResolvedFlow;
  readonly call: Call;
  /** Operation of the visit that makes it. */
  readonly operation: FlowKind;
  /** A second, at the average rate, without losses and retries. */
  readonly rps: number;
}

export function nominalCalls(design: ResolvedDesign, load = 1): readonly NominalCall[] {
  return design.flows.flatMap((flow) => {
    const visits = visitsByOperation(design, flow);
    return [...reachedVisits(design, flow).values()].flatMap((visit) =>
      callsFrom(design, flow, visit).map((call) => ({
        flow,
        call,
        operation: visit.operation,
        rps: averageRps(design, flow, load) * (visits.get(keyOf(visit)) ?? 0) * call.m,
      })),
    );
  });
}

/** Visits a second at the average rate, of one flow. */
export function averageVisits(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  id: string,
  operation: FlowKind,
  load = 1,
): number {
  const visits = visitsByOperation(design, flow).get(keyOf({ id, operation })) ?? 0;
  return averageRps(design, flow, load) * visits;
}

/** Bytes a second that arrive at a store to be kept, one copy, without overhead. */
export function rawBytesPerSecond(design: ResolvedDesign, node: ResolvedNode, load = 1): number {
  const called = nominalCalls(design, load)
    .filter(({ call }) => call.edge.to === node.id)
    .reduce((sum, { flow, call, rps }) => {
      const byFlow = call.to.operation === 'write' ? flow.storedBytes : 0;
      return sum + rps * (call.edge.storedBytes ?? byFlow);
    }, 0);
  return design.flows
    .filter((flow) => flow.entry === node.id && flow.kind === 'write')
    .reduce((sum, flow) => sum + averageRps(design, flow, load) * flow.storedBytes, called);
}

/** Its own, else the workload's; null without either. */
export function retentionOf(design: ResolvedDesign, node: ResolvedNode): number | null {
  const { retentionYears } = design.workload;
  return (
    settingsOf(node).retentionSeconds ??
    (retentionYears === undefined ? null : retentionYears * secondsPerYear)
  );
}

export const storedCopies = (node: ResolvedNode): number =>
  settingsOf(node).durable ? 1 : node.config.replicasPerShard;

/** What a store keeps after so long, at most its retention. */
export function storedBytesAfter(
  design: ResolvedDesign,
  node: ResolvedNode,
  seconds: number,
  load = 1,
): number {
  if (node.behaviour !== 'store') return 0;
  const kept = Math.min(seconds, retentionOf(design, node) ?? Number.POSITIVE_INFINITY);
  return rawBytesPerSecond(design, node, load) * kept * storedCopies(node) * settingsOf(node).storageFactor;
}

/** At its retention; nothing where nothing is written, null where no retention is said. */
export function storedBytes(design: ResolvedDesign, node: ResolvedNode, load = 1): number | null {
  if (rawBytesPerSecond(design, node, load) === 0) return 0;
  const retention = retentionOf(design, node);
  return retention === null ? null : storedBytesAfter(design, node, retention, load);
}

/** Of a store in memory: what it keeps against the memory of all its servers. */
export function memoryUtilization(design: ResolvedDesign, node: ResolvedNode, load = 1): number | null {
  const { inMemory, memoryBytes } = settingsOf(node);
  const stored = storedBytes(design, node, load);
  if (!inMemory || memoryBytes === null || stored === null) return null;
  return stored / (storedCopies(node) * node.config.shards * memoryBytes);
}

/** Visits by operation, for what is priced by them. */
export const visitsAMonth = (
  design: ResolvedDesign,
  node: ResolvedNode,
  load = 1,
): Readonly<Record<FlowKind, number>> => {
  const of = (operation: FlowKind) =>
    design.flows.reduce(
      (sum, flow) => sum + averageVisits(design, flow, node.id, operation, load) * secondsPerMonth,
      0,
    );
  const [read, write] = flowKinds.map(of);
  return { read: read ?? 0, write: write ?? 0 };
};
