import type { FlowFigures } from './analysis';
import {
  count,
  type ExplainContext,
  factor,
  maybe,
  ms,
  rps,
  share,
  sources,
  type Told,
  termsOf,
  told,
} from './explanation';

interface Subject {
  readonly context: ExplainContext;
  readonly at: number;
  readonly figures: FlowFigures;
}

function rate({ context, at }: Subject): Told {
  const { workload, flows } = context.design;
  const flow = flows[at];
  const inputs = {
    rate: rps(flow?.rateRps ?? 0),
    load: factor(context.analysis.load),
    users: maybe(workload.dailyActiveUsers, count),
    requests: maybe(workload.requestsPerUserPerDay, count),
    peak: factor(workload.peakFactor ?? 1),
  };
  return flow?.rateBasis.kind === 'document'
    ? told('{rate} at peak, load {load}', inputs, sources.document)
    : told(
        '{users} users × {requests} a day ÷ 86 400 s {peak} at peak × its share = {rate}; load {load}',
        inputs,
        sources.document,
      );
}

function mean({ context, at, figures }: Subject): Told {
  const missing = figures.budget.find((of) => of.meanMs === null);
  const saturated = missing !== undefined && 'node' in missing ? missing.node : figures.bottleneck;
  if (figures.meanMs === null)
    return told(
      'Saturated at {node}: the queue grows without end',
      { node: { part: saturated ?? context.design.flows[at]?.id ?? '' } },
      sources.composition,
    );
  const shares = figures.budget.flatMap((of) =>
    of.meanMs === null || of.meanMs === 0 ? [] : [['node' in of ? of.node : of.edge, ms(of.meanMs)] as const],
  );
  const { text, inputs } = termsOf(shares);
  return told(
    `${text} − {overlap}: visits × response of each part, visits × round trip of each call, less what parallel calls save`,
    { ...inputs, overlap: maybe(figures.overlapMs, ms) },
    sources.visits,
  );
}

const percentile = ({ figures }: Subject): Told =>
  told(
    'the time that this share of the requests stays under, their parts composed as distributions; the mean is {mean}. {approximate}',
    {
      mean: maybe(figures.meanMs, ms),
      approximate:
        figures.approximate.length === 0
          ? 'Within the bounds of a plain network of queues.'
          : `Approximate: ${figures.approximate.join(', ')}.`,
    },
    sources.composition,
  );

function apdex({ context, at, figures }: Subject): Told {
  const target = context.design.flows[at]?.targets.p50Ms;
  return told(
    '(share within {target} + share within four times that) ÷ 2; none without a target for p50',
    {
      target: maybe(target, ms),
      apdex: maybe(figures.apdex, share),
    },
    sources.apdex,
  );
}

function availability({ context, at }: Subject): Told {
  const { model, graph } = context.loaded;
  const traffic = model.traffics[at];
  const met = graph.nodes.flatMap((node, i) => {
    const own = context.analysis.nodes[i]?.availability ?? 1;
    return (traffic?.syncVisits[i] ?? 0) > 0 && own < 1 ? [[node.id, share(own)] as const] : [];
  });
  const { text, inputs } = termsOf(met, ', ');
  return told(
    `over the states of {parts} parts that it waits for (${text}) and of the zones and regions they stand in: what is always called in series, alternatives and misses by their probabilities, parts that are met twice once`,
    { ...inputs, parts: count(met.length) },
    sources.factoring,
  );
}

const served = ({ figures }: Subject): Told =>
  told(
    'the probability that none of its calls meets a refusal or a full station, every component being up: {served}',
    { served: share(figures.servedShare) },
    sources.visits,
  );

const limit = ({ context, figures }: Subject): Told => {
  const station = context.analysis.nodes.find(({ id }) => id === figures.bottleneck);
  return told(
    'rate {rate} {factor}, at which the first station on its way, {node}, is fully used',
    {
      rate: rps(figures.rateRps),
      factor:
        figures.maxRateRps === null || figures.rateRps === 0
          ? '–'
          : factor(figures.maxRateRps / figures.rateRps),
      node: figures.bottleneck === null ? '–' : { part: figures.bottleneck },
      utilization: maybe(station?.utilization, share),
    },
    sources.utilization,
  );
};

const tellers: Readonly<Record<string, (subject: Subject) => Told>> = {
  rateRps: rate,
  saturated: limit,
  servedShare: served,
  goodputRps: ({ figures }) =>
    told(
      '{rate} × {served}',
      { rate: rps(figures.rateRps), served: share(figures.servedShare) },
      sources.visits,
    ),
  meanMs: mean,
  p50Ms: percentile,
  p95Ms: percentile,
  p99Ms: percentile,
  p999Ms: percentile,
  overlapMs: ({ figures }) =>
    told(
      'over its parallel steps: sum of the calls’ means − mean of the slowest = {overlap}',
      { overlap: maybe(figures.overlapMs, ms) },
      sources.composition,
    ),
  apdex,
  approximate: percentile,
  availability,
  maxRateRps: limit,
  bottleneck: limit,
};

/** How a figure of a flow came about; null for a metric that flows do not have. */
export function explainFlow(context: ExplainContext, at: number, metric: string): Told | null {
  const figures = context.analysis.flows[at];
  if (figures === undefined) return null;
  const part = /^budget\.(.+)$/.exec(metric)?.[1];
  return part === undefined
    ? (tellers[metric]?.({ context, at, figures }) ?? null)
    : budgetTold({ context, at, figures }, part);
}

function budgetTold({ context, at, figures }: Subject, part: string): Told | null {
  const { graph, model } = context.loaded;
  const traffic = model.traffics[at];
  const found = figures.budget.find((of) => ('node' in of ? of.node : of.edge) === part);
  if (traffic === undefined || found === undefined) return null;
  if ('node' in found) {
    const visits = traffic.syncVisits[graph.positionOf.get(part) ?? -1] ?? 0;
    const each = found.meanMs === null || visits === 0 ? null : found.meanMs / visits;
    return told('{visits} visits × {each}', { visits: count(visits), each: maybe(each, ms) }, sources.visits);
  }
  const edge = graph.edges.findIndex(({ id }) => id === part);
  const visits = traffic.syncVisits[graph.from[edge] ?? -1] ?? 0;
  return told(
    '{visits} visits × {calls} calls × {trip}',
    {
      visits: count(visits),
      calls: count(traffic.pattern.multipliers.calls[edge] ?? 0),
      trip: ms(graph.edges[edge]?.rttMs ?? 0),
    },
    sources.network,
  );
}
