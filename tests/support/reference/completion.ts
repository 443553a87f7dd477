import type { ResolvedDesign, ResolvedEdge, ResolvedFlow } from '../../../shared/catalog/resolved';
import { flowKinds } from '../../../shared/model/vocabulary';
import { type Call, callsFrom, entryOf, keyOf, nodeOf, reachedVisits, type Visit } from './calls';
import { visitsBy } from './sampling';
import type { Random } from './seeded';
import { settingsOf } from './settings';
import { outcomesOf } from './times';
import type { Traffic } from './traffic';

/** Calls to what only watches are no part of what a request sets off. */
const counts = (design: ResolvedDesign, { edge }: Call): boolean =>
  nodeOf(design, edge.to).behaviour !== 'observer';

const countOf = (calls: number, random: Random): number =>
  Math.floor(calls) + (random() < calls - Math.floor(calls) ? 1 : 0);

/** Whether anything that a request of the flow sets off is saturated, asynchronous or not. */
export function neverCompletes(design: ResolvedDesign, flow: ResolvedFlow, traffic: Traffic): boolean {
  const met = new Map([[keyOf(entryOf(flow)), entryOf(flow)]]);
  for (const visit of met.values()) {
    const figures = traffic.station(visit.id);
    if (traffic.time(flow.id, visit) === null) return true;
    if (figures?.saturated === true || Number.isNaN(figures?.meanMs(visit.operation))) return true;
    for (const call of callsFrom(design, flow, visit))
      if (counts(design, call)) met.set(keyOf(call.to), call.to);
  }
  return false;
}

/** Draws C of the entry: until all that a request set off is done. */
export function completionBy(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  traffic: Traffic,
): (random: Random) => number {
  const { time } = visitsBy(design, flow, traffic.station);
  const outcomes = new Map(
    [...reachedVisits(design, flow).values()].map((visit) => [
      keyOf(visit),
      outcomesOf(design, flow, visit, false),
    ]),
  );
  const completion = (visit: Visit, random: Random): number => time(visit, random) + lag(visit, random);
  /** L: by how much the last of what was set off ends after the visit itself. */
  const lag = (visit: Visit, random: Random): number => {
    const node = nodeOf(design, visit.id);
    const transitMs = node.behaviour === 'buffer' ? settingsOf(node).transitMs : 0;
    let left = random();
    const outcome = (outcomes.get(keyOf(visit)) ?? []).find(({ share }) => {
      left -= share;
      return left < 0;
    });
    const steps = (outcome?.steps ?? []).map((step) => {
      let [asyncMs, syncMs, laterMs] = [0, 0, 0];
      for (const call of step) {
        if (!call.isSync && !counts(design, call)) continue;
        const times = countOf(call.edge.calls, random);
        if (!call.isSync) {
          for (let n = 0; n < times; n += 1)
            asyncMs = Math.max(asyncMs, transitMs + call.rttMs + completion(call.to, random));
          continue;
        }
        let lasts = 0;
        for (let n = 0; n < times; n += 1) lasts += call.rttMs + time(call.to, random);
        syncMs = Math.max(syncMs, lasts);
        if (times > 0 && counts(design, call)) laterMs = Math.max(laterMs, lag(call.to, random));
      }
      return { asyncMs, syncMs, laterMs };
    });
    return steps.reduce((longest, { asyncMs, syncMs, laterMs }, s) => {
      const following = steps.slice(s + 1).reduce((sum, step) => sum + step.syncMs, 0);
      return Math.max(longest, Math.max(asyncMs - syncMs, laterMs) - following);
    }, 0);
  };
  return (random) => completion(entryOf(flow), random);
}

/** P(round trip + T(callee) > timeoutMs) over all that the edge carries; null where T does not exist. */
export function timeoutShareOf(
  design: ResolvedDesign,
  edge: ResolvedEdge,
  traffic: Traffic,
  random: Random,
  samples: number,
): number | null {
  const { timeoutMs } = edge;
  if (timeoutMs === null) return null;
  const ways = design.flows.flatMap((flow) =>
    flowKinds.flatMap((operation) => {
      const call = callsFrom(design, flow, { id: edge.from, operation }).find((of) => of.edge.id === edge.id);
      const rps = call === undefined ? 0 : traffic.visitRps({ id: edge.from, operation }, flow.id) * call.m;
      return call === undefined || rps === 0 ? [] : [{ flow, call, rps }];
    }),
  );
  if (ways.some(({ flow, call }) => traffic.time(flow.id, call.to) === null)) return null;
  const total = ways.reduce((sum, { rps }) => sum + rps, 0);
  return ways.reduce((sum, { flow, call, rps }) => {
    const { time } = visitsBy(design, flow, traffic.station);
    const late = Array.from({ length: samples }, () => call.rttMs + time(call.to, random) > timeoutMs);
    return sum + (rps / total) * (late.filter((isLate) => isLate).length / samples);
  }, 0);
}
