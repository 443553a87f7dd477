import { rateOfShare } from '../../model/workload';
import {
  count,
  type Explained,
  explained,
  type FlowSubject,
  rps,
  seconds,
  share,
  sources,
} from './explanation';

const daySeconds = 86_400;

/** Where the rate of a flow is from: the document, a ratio of another flow, or the workload. */
export function rate({ context, at }: FlowSubject): Explained {
  const { workload, flows } = context.design;
  const flow = flows[at];
  const load = count(context.analysis.load);
  const rateRps = flow?.rateRps ?? 0;
  if (flow?.rateBasis.kind === 'document')
    return explained(
      '{rate} × {load}: the rate at peak, as the design says, × the load',
      { rate: rps(rateRps), load },
      sources.document,
    );
  if (flow !== undefined && flow.rateOf !== null)
    return explained(
      '{base} of {flow} × {ratio} × {load}: the rate at peak of the flow that it is a ratio of, the ratio, the load',
      {
        base: rps(flows.find(({ id }) => id === flow.rateOf?.flow)?.rateRps ?? 0),
        flow: { part: flow.rateOf.flow },
        ratio: count(flow.rateOf.ratio),
        load,
      },
      sources.document,
    );
  const all = rateOfShare(workload, 1);
  if (all === null || all === 0)
    return explained('0: the workload does not say how many requests a day there are', {}, sources.document);
  return explained(
    '{users} users × {requests} requests ÷ {day} × {peak} at peak × {part} × {load}: the workload, the flow’s share of it, the load',
    {
      users: count(workload.dailyActiveUsers ?? 0),
      requests: count(workload.requestsPerUserPerDay ?? 0),
      day: seconds(daySeconds),
      peak: count(workload.peakFactor ?? 1),
      part: share(rateRps / all),
      load,
    },
    sources.document,
  );
}
