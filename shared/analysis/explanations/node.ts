import {
  absent,
  count,
  type ExplainContext,
  type Explained,
  explained,
  loadAt,
  type NodeSubject,
  rps,
  share,
  sources,
  type Term,
  term,
  termsOf,
} from './explanation';
import { availability, cost, rpo, rto, servers, storage } from './provision';
import { percentile, response, withCallsMean, withCallsP99 } from './response';
import { capacity, noStation, refused, saturated, utilization, wait, waitProbability } from './station';

/** What arrives at a node, by flow. */
function offered(subject: NodeSubject): Explained {
  const { context, at, figures } = subject;
  if (figures.offeredRps === null) return noSource(subject);
  const { loads, model } = context.loaded;
  const arrivals = context.design.flows.flatMap(({ id }, i): readonly Term[] => {
    const arriving = loads.offeredRps[i]?.[at] ?? 0;
    if (arriving === 0) return [];
    const visits = model.traffics[i]?.visits[at] ?? 0;
    const rate = model.ratesRps[i] ?? 0;
    return Math.abs(rate * visits - arriving) <= 1e-12 * arriving
      ? [
          {
            id,
            text: `{rate} × {visits} {visits, plural, one {visit} other {visits}}`,
            inputs: { rate: rps(rate), visits: count(visits) },
          },
        ]
      : [term(id, rps(arriving))];
  });
  const { text, inputs } = termsOf(arrivals);
  const isChanged = arrivals.some(({ inputs: own }) => 'term' in own);
  const words =
    arrivals.length === 0
      ? ': no request comes here'
      : isChanged
        ? ': without what was lost before, with what is tried again'
        : '';
  return explained(`${text}${words}`, inputs, sources.visits);
}

const noSource = (subject: NodeSubject): Explained =>
  noStation(subject) ?? absent('Nothing arrives', sources.document);

/** What of it a node passes on. */
function carried(subject: NodeSubject): Explained {
  const { context, at, figures } = subject;
  if (figures.carriedRps === null) return noSource(subject);
  const passed = context.loaded.loads.passed[at] ?? { reads: 1, writes: 1, refused: 0 };
  const offered = rps(figures.offeredRps ?? 0);
  const load = loadAt(context, at);
  if (figures.carriedRps === figures.offeredRps)
    return explained('{offered} offered: nothing is lost here', { offered }, sources.visits);
  if (passed.reads !== passed.writes)
    return explained(
      '{reads} × {readsPassed} reads + {writes} × {writesPassed} writes: each shard passes on what it can',
      {
        reads: rps(load.readsRps),
        readsPassed: share(passed.reads),
        writes: rps(load.writesRps),
        writesPassed: share(passed.writes),
      },
      sources.visits,
    );
  if (passed.refused > 0 && passed.reads === 1 - passed.refused)
    return explained(
      '{offered} × (1 − {refused} refused)',
      { offered, refused: share(passed.refused) },
      sources.limited,
    );
  const capacity = figures.capacityRps ?? 0;
  if (Math.abs(capacity - figures.carriedRps) <= 1e-12 * capacity)
    return explained(
      '{capacity}: saturated, it passes on what it can',
      { capacity: rps(capacity) },
      sources.utilization,
    );
  return explained(
    '{offered} × {passed}: saturated pools pass on what they can, the others all',
    { offered, passed: share(passed.reads) },
    sources.utilization,
  );
}

const tellers: Readonly<Record<string, (subject: NodeSubject) => Explained>> = {
  offeredRps: offered,
  carriedRps: carried,
  capacityRps: capacity,
  utilization,
  saturated,
  refused,
  waitProbability,
  waitMs: wait,
  meanMs: response,
  p50Ms: (subject) => percentile(subject, 'p50Ms'),
  p95Ms: (subject) => percentile(subject, 'p95Ms'),
  p99Ms: (subject) => percentile(subject, 'p99Ms'),
  p999Ms: (subject) => percentile(subject, 'p999Ms'),
  withCallsMeanMs: withCallsMean,
  withCallsP99Ms: withCallsP99,
  availability,
  servers,
  monthlyCostUsd: cost,
  storageBytes: storage,
  rpoSeconds: rpo,
  rtoSeconds: rto,
};

/** How a figure of a node came about; null for a metric that nodes do not have. */
export function explainNode(context: ExplainContext, at: number, metric: string): Explained | null {
  const node = context.design.nodes[at];
  const figures = context.analysis.nodes[at];
  if (node === undefined || figures === undefined) return null;
  const subject = { context, node, at, figures };
  const flow = /^visits\.(.+)$/.exec(metric)?.[1];
  if (flow !== undefined) return visitsTold(subject, flow);
  return Object.hasOwn(tellers, metric) ? (tellers[metric]?.(subject) ?? null) : null;
}

function visitsTold({ context, at }: NodeSubject, flowId: string): Explained | null {
  const { graph, model } = context.loaded;
  const traffic = model.traffics[graph.flows.findIndex(({ id }) => id === flowId)];
  if (traffic === undefined) return null;
  const callers = graph.edges.flatMap((edge, i): readonly Term[] => {
    const visits = traffic.visits[graph.from[i] as number] ?? 0;
    const calls = traffic.pattern.multipliers.calls[i] ?? 0;
    if (graph.to[i] !== at || visits * calls === 0) return [];
    return [
      {
        id: edge.id,
        text: `{visits} × {calls} {calls, plural, one {call} other {calls}}`,
        inputs: { visits: count(visits), calls: count(calls) },
      },
    ];
  });
  const { text, inputs } = termsOf(callers);
  if (callers.length === 0)
    return traffic.entry === at
      ? explained('1: the flow starts here', {}, sources.visits)
      : explained('0: the flow does not come here', {}, sources.visits);
  return explained(
    `${traffic.entry === at ? '1 as its entry + ' : ''}${text}: visits of each caller × its mean calls a visit`,
    inputs,
    sources.visits,
  );
}
