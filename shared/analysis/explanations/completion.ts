import { goesOn, isWorkedOut } from '../completion';
import {
  absent,
  described,
  type Explained,
  explained,
  type FlowSubject,
  ms,
  share,
  sources,
} from './explanation';
import { notComputed } from './response';

const shares = { completionP50Ms: 0.5, completionP95Ms: 0.95, completionP99Ms: 0.99 } as const;
type Percentile = keyof typeof shares;

/** Whether the flow sets anything off that it does not wait for: its completion is a figure of its own then. */
export function hasCompletion({ context, at }: FlowSubject): boolean {
  const times = context.times()[at];
  return times !== undefined && goesOn(context.loaded.graph, times);
}

/** Why there is no completion of a flow that has a mean. */
function incomplete({ context, at }: FlowSubject): Explained {
  const { graph, model, states } = context.loaded;
  const visits = model.traffics[at]?.visits;
  const full = graph.nodes.find(
    ({ behaviour }, i) => behaviour !== 'observer' && states[i]?.saturated === true && (visits?.[i] ?? 0) > 0,
  );
  const flow = graph.flows[at];
  const times = context.times()[at];
  if (full === undefined && flow !== undefined && times !== undefined && !isWorkedOut(flow, times))
    return absent(
      'Of a flow of so many components and calls it is worked out where the flow has a target for it',
      sources.document,
    );
  if (full === undefined) return notComputed;
  return absent('Saturated at {node}: what is handed to it waits ever longer', sources.composition, {
    node: { part: full.id },
  });
}

export function completionMean(subject: FlowSubject): Explained {
  const { completionMeanMs, meanMs } = subject.figures;
  if (completionMeanMs === null || meanMs === null) return incomplete(subject);
  return explained(
    '{mean} + {lag}: the mean until the answer, and what goes on after it',
    { mean: ms(meanMs), lag: ms(completionMeanMs - meanMs) },
    sources.composition,
  );
}

export function completionPercentile(subject: FlowSubject, metric: Percentile): Explained {
  const { figures } = subject;
  const { completionMeanMs, meanMs } = figures;
  if (figures[metric] === null || completionMeanMs === null || meanMs === null) return incomplete(subject);
  return described(
    'The time within which all that they set off is done for {percentile} of the requests: on average the answer takes {mean}, and what goes on after it {lag} more',
    {
      percentile: share(shares[metric]),
      mean: ms(meanMs),
      lag: ms(completionMeanMs - meanMs),
    },
    sources.composition,
  );
}
