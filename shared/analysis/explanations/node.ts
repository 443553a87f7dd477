import { type Message, message, sum } from '../../math/message';
import { nodeAt, summedAt } from '../visit-positions';
import { cost, explainNodeCost } from './cost';
import {
  absent,
  arrivingAt,
  count,
  type ExplainContext,
  type Explained,
  explained,
  type NodeSubject,
  rps,
  share,
  sources,
  term,
} from './explanation';
import { connectionsUtilization, limitedBy } from './limits-beside';
import { heldMs, heldUpBy, inFlight, placesUtilization } from './places';
import { availability, memory, rpo, rto, servers, storage } from './provision';
import { percentile, response, withCallsMean, withCallsP99 } from './response';
import { capacity, noStation, refused, saturated, utilization, wait, waitProbability } from './station';

/** What arrives at a node, by flow. */
function offered(subject: NodeSubject): Explained {
  const { context, at, figures } = subject;
  if (figures.offeredRps === null) return noSource(subject);
  const { graph, loads, model } = context.loaded;
  const arrivals = context.design.flows.flatMap(({ id }, i): readonly Message[] => {
    const arriving = summedAt(graph, loads.offeredRps[i], at);
    if (arriving === 0) return [];
    const visits = summedAt(graph, model.traffics[i]?.visits, at);
    const rate = model.ratesRps[i] ?? 0;
    return Math.abs(rate * visits - arriving) <= 1e-12 * arriving
      ? [
          message('{part} {rate} × {visits} {visits, plural, one {visit} other {visits}}', {
            part: { part: id },
            rate: rps(rate),
            visits: count(visits),
          }),
        ]
      : [term(id, rps(arriving))];
  });
  if (arrivals.length === 0) return explained('0: no request comes here', {}, sources.visits);
  const isChanged = arrivals.some(({ values }) => 'term' in values);
  return explained(
    isChanged ? '{terms}: without what was lost before, with what is tried again' : '{terms}',
    { terms: sum(arrivals) },
    sources.visits,
  );
}

const noSource = (subject: NodeSubject): Explained =>
  noStation(subject) ?? absent('Nothing arrives', sources.document);

/** What of it a node passes on. */
function carried(subject: NodeSubject): Explained {
  const { context, at, figures } = subject;
  if (figures.carriedRps === null) return noSource(subject);
  const passed = context.loaded.loads.passed[at] ?? { reads: 1, writes: 1, refused: 0 };
  const offered = rps(figures.offeredRps ?? 0);
  const load = arrivingAt(context, at);
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
  if (passed.refused > 0 && Math.abs(passed.reads - (1 - passed.refused)) <= 1e-12)
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

const explainers: Readonly<Record<string, (subject: NodeSubject) => Explained>> = {
  offeredRps: offered,
  carriedRps: carried,
  capacityRps: capacity,
  limitedBy,
  connectionsUtilization,
  placesUtilization,
  heldUpBy,
  heldMs,
  inFlight,
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
  memoryUtilization: memory,
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
  if (flow !== undefined) return explainVisits(subject, flow);
  if (metric.startsWith('cost')) return explainNodeCost(subject, metric);
  return Object.hasOwn(explainers, metric) ? (explainers[metric]?.(subject) ?? null) : null;
}

function explainVisits({ context, at }: NodeSubject, flowId: string): Explained | null {
  const { graph, model } = context.loaded;
  const traffic = model.traffics[graph.flows.findIndex(({ id }) => id === flowId)];
  if (traffic === undefined) return null;
  const callers = graph.edges.flatMap((edge, i): readonly Message[] => {
    const visits = traffic.visits[graph.from[i] as number] ?? 0;
    const calls = traffic.pattern.multipliers.calls[i] ?? 0;
    if (nodeAt(graph, graph.to[i] as number) !== at || visits * calls === 0) return [];
    return [
      message('{part} {visits} × {calls} {calls, plural, one {call} other {calls}}', {
        part: { part: edge.id },
        visits: count(visits),
        calls: count(calls),
      }),
    ];
  });
  if (callers.length === 0)
    return traffic.entry === at
      ? explained('1: the flow starts here', {}, sources.visits)
      : explained('0: the flow does not come here', {}, sources.visits);
  return explained(
    traffic.entry === at
      ? '1 as its entry + {terms}: visits of each caller × its mean calls per visit'
      : '{terms}: visits of each caller × its mean calls per visit',
    { terms: sum(callers) },
    sources.visits,
  );
}
