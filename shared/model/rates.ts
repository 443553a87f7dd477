import { flowsOf } from './parts';
import type { Design, Flow, Workload } from './schema';
import { rateOfShare } from './workload';

type Rate = Flow['rate'];

/** What has a rate under an id: a flow, or a class of requests that becomes one. */
export interface Rated {
  readonly id: string;
  readonly rate: Rate;
}

/** A rate that others are ratios of, and how many requests there are to one of it. */
interface Base {
  readonly rate: Rate;
  readonly ratio: number;
}

/**
 * The rate that a rate goes back to: itself, or over its ratios that of the first flow which is no ratio. `null` where one of them is
 * not there, or where they lead back to one that was met.
 */
function baseOf(rate: Rate, flows: readonly Rated[]): Base | null {
  const met = new Set<string>();
  let ratio = 1;
  let at = rate;
  while (at.flow !== undefined) {
    const { flow } = at;
    const next = flows.find(({ id }) => id === flow);
    if (next === undefined || met.has(flow)) return null;
    met.add(flow);
    ratio *= at.ratio ?? 1;
    at = next.rate;
  }
  return { rate: at, ratio };
}

/**
 * Requests a second at peak of a rate: its rps, its share of the workload, or its ratio × the rate of the flow that it names. `null`
 * where the workload lacks what a share needs, and where a ratio leads to no rate.
 */
export function peakRpsOfRate(
  rate: Rate,
  workload: Workload | undefined,
  flows: readonly Rated[],
): number | null {
  const base = baseOf(rate, flows);
  if (base === null) return null;
  const { rps, share } = base.rate;
  const whole = rps ?? (share === undefined ? null : rateOfShare(workload, share));
  return whole === null ? null : whole * base.ratio;
}

/** Whether ratios lead from a rate back to a flow that was met on the way. */
export function isCircularRate(rate: Rate, flows: readonly Rated[]): boolean {
  const met = new Set<string>();
  for (let at: Rate | undefined = rate; at?.flow !== undefined; ) {
    const { flow }: Rate = at;
    if (flow === undefined || met.has(flow)) return true;
    met.add(flow);
    at = flows.find(({ id }) => id === flow)?.rate;
  }
  return false;
}

/** The flows that may be named as what a flow's rate is a ratio of: all that do not go back to it. */
export function possibleBases(design: Design, id: string): readonly Flow[] {
  const flows = flowsOf(design);
  return flows.filter((other) => {
    for (let at: string | undefined = other.id; at !== undefined; ) {
      if (at === id) return false;
      const named: string | undefined = at;
      at = flows.find((flow) => flow.id === named)?.rate.flow;
    }
    return true;
  });
}

/** A flow with its rate as a number, to stand without the flow or the workload that gave it. */
export function withRateInRps(design: Design, flow: Flow): Flow {
  if (flow.rate.rps !== undefined) return flow;
  const rps = peakRpsOfRate(flow.rate, design.system.workload, flowsOf(design));
  return rps === null ? flow : { ...flow, rate: { rps } };
}

/** Flows in an order in which each that is a ratio comes after the one that it names. */
export function basesFirst(flows: readonly Flow[]): readonly Flow[] {
  if (flows.every(({ rate }) => rate.flow === undefined)) return flows;
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const ordered = new Set<Flow>();
  const put = (flow: Flow, above: ReadonlySet<string>): void => {
    const base = flow.rate.flow === undefined ? undefined : byId.get(flow.rate.flow);
    if (base !== undefined && !above.has(base.id)) put(base, new Set([...above, base.id]));
    ordered.add(flow);
  };
  for (const flow of flows) put(flow, new Set([flow.id]));
  return [...ordered];
}
