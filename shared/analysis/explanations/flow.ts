import { listOfTerms, type Message, message, sum, words } from '../../math/message';
import type { Quantities, Quantity } from '../../math/quantity';
import type { FlowFigures } from '../analysis';
import { approximationTexts } from '../approximation-names';
import { timeReader } from '../flow-figures';
import { passedFor } from '../passed';
import type { Reader } from '../percentiles';
import { roundTripsOf } from '../round-trips';
import { callsAlong, operationAt, summedAt, visitsAt } from '../visit-positions';
import { completionMean, completionPercentile, hasCompletion } from './completion';
import { usdPerMillion } from './cost';
import {
  absent,
  count,
  described,
  type ExplainContext,
  type Explained,
  explained,
  type FlowSubject,
  ms,
  rps,
  share,
  sources,
  term,
} from './explanation';
import { flowAvailability } from './flow-availability';
import { rate } from './flow-rate';
import { bottleneck, maxRate } from './limit';
import { notComputed, percentileShares } from './response';

/** Why a flow has no times: the first station on its way that it waits for and that is saturated. */
function endless({ context, at, figures }: FlowSubject): Explained {
  const broken = figures.budget.find((of) => of.meanMs === null);
  return absent('Saturated at {node}: the queue there grows without bound', sources.composition, {
    node: {
      part: broken !== undefined && 'node' in broken ? broken.node : (context.design.flows[at]?.id ?? ''),
    },
  });
}

/** What each part takes of the mean. */
const budgetTerms = ({ figures }: FlowSubject): readonly Message[] =>
  figures.budget.flatMap((of) =>
    of.meanMs === null || of.meanMs === 0 ? [] : [term('node' in of ? of.node : of.edge, ms(of.meanMs))],
  );

function mean(subject: FlowSubject): Explained {
  const { figures } = subject;
  if (figures.meanMs === null) return endless(subject);
  const terms = budgetTerms(subject);
  if (terms.length === 0) return explained('0: it waits for nothing', {}, sources.visits);
  const overlapMs = figures.overlapMs ?? 0;
  return overlapMs === 0
    ? explained(
        '{terms}: visits × response of each part, visits × calls × round trip of each call',
        { terms: sum(terms) },
        sources.visits,
      )
    : explained(
        '{terms} − {overlap}: visits × response of each part, visits × calls × round trip of each call, less what parallel calls save',
        { terms: sum(terms), overlap: ms(overlapMs) },
        sources.visits,
      );
}

function percentile(subject: FlowSubject, metric: 'p50Ms' | 'p95Ms' | 'p99Ms' | 'p999Ms'): Explained {
  const { figures } = subject;
  if (figures.meanMs === null) return endless(subject);
  if (figures[metric] === null) return notComputed;
  const terms = budgetTerms(subject);
  if (terms.length === 0) return explained('0: it waits for nothing', {}, sources.composition);
  return described(
    'The time below which {percentile} of the requests lie, the times of all parts added up as distributions; on average they take {terms}, together {mean}',
    {
      percentile: share(percentileShares[metric] ?? 0),
      terms: listOfTerms(terms),
      mean: ms(figures.meanMs),
    },
    sources.composition,
  );
}

function completion(
  subject: FlowSubject,
  metric: 'completionP50Ms' | 'completionP95Ms' | 'completionP99Ms',
  own: 'p50Ms' | 'p95Ms' | 'p99Ms',
): Explained {
  return subject.figures.meanMs !== null && hasCompletion(subject)
    ? completionPercentile(subject, metric)
    : percentile(subject, own);
}

const approximationList = ({ approximate }: FlowFigures): Quantity => ({
  list: approximate.map((of) => words(approximationTexts[of])),
});

const approximate = ({ figures }: FlowSubject): Explained =>
  described(
    figures.approximate.length === 0
      ? 'The model has no reason for it on the way of this flow'
      : 'What on its way the model only approximates, so that percentiles may be further off: {approximate}',
    figures.approximate.length === 0 ? {} : { approximate: approximationList(figures) },
    sources.composition,
  );

function overlap(subject: FlowSubject): Explained {
  const { context, at, figures } = subject;
  if (figures.overlapMs === null) return endless(subject);
  const times = context.times()[at];
  const saved = (times?.traffic.nodes ?? new Int32Array()).reduce((terms: Message[], node): Message[] => {
    const [visits = 0, savedMs = 0] = [times?.traffic.syncVisits[node], times?.overlapMs[node]];
    if (visits > 0 && savedMs !== 0)
      terms.push(
        message('{part} {visits} {visits, plural, one {visit} other {visits}} × {saved}', {
          part: { part: context.loaded.graph.nodes[node]?.id ?? '' },
          visits: count(visits),
          saved: ms(savedMs),
        }),
      );
    return terms;
  }, []);
  return explained(
    saved.length === 0
      ? '0: it waits for no calls in parallel'
      : '{terms}: in each parallel step the sum of the calls’ means less the mean of the slowest',
    { terms: sum(saved) },
    sources.composition,
  );
}

function readerAt({ context, at, figures }: FlowSubject): Reader | null {
  const times = context.times()[at];
  return times === undefined || figures.meanMs === null ? null : timeReader(times, figures.meanMs);
}

function apdex(subject: FlowSubject): Explained {
  const { context, at, figures } = subject;
  const target = context.design.flows[at]?.targets.p50Ms;
  if (target === undefined)
    return absent('It needs a target for p50, which the flow does not have', sources.apdex);
  if (figures.meanMs === null) return endless(subject);
  const reader = readerAt(subject);
  if (figures.apdex === null || reader === null) return notComputed;
  return explained(
    '({within} + {tolerated}) ÷ 2: the share of the requests within {target}, and within four times that',
    { within: share(reader.below(target)), tolerated: share(reader.below(4 * target)), target: ms(target) },
    sources.apdex,
  );
}

/** The share that every station on the way bears on: those that pass on less than arrives. */
function served({ context, at, figures }: FlowSubject): Explained {
  if (figures.servedShare === 1)
    return explained('1: all that it waits for serves all that arrives', {}, sources.visits);
  const { graph, model, loads } = context.loaded;
  const losing = graph.nodes.flatMap(({ id }, i): readonly Message[] => {
    const own = passedFor(loads.passed[i], operationAt(graph, at, i));
    return own < 1 && (model.traffics[at]?.syncVisits[i] ?? 0) > 0 ? [term(id, share(own))] : [];
  });
  return described(
    'The probability that no call that the request needs is lost, retries and misses counted in; these stations serve less than arrives: {terms}',
    { terms: losing.length === 0 ? '0' : listOfTerms(losing) },
    sources.visits,
  );
}

function saturated({ context, at }: FlowSubject): Explained {
  const { graph, model } = context.loaded;
  const visits = model.traffics[at]?.visits;
  const stations = context.analysis.nodes.filter((_, i) => summedAt(graph, visits, i) > 0);
  const full = stations.find((node) => node.saturated);
  const inputs: Quantities =
    full === undefined ? {} : { node: { part: full.id }, utilization: share(full.utilization ?? 0) };
  return described(
    full === undefined
      ? 'No station on its way is saturated'
      : '{node}, on its way, is saturated, its utilization {utilization}',
    inputs,
    sources.utilization,
  );
}

const explainers: Readonly<Record<string, (subject: FlowSubject) => Explained>> = {
  rateRps: rate,
  saturated,
  servedShare: served,
  goodputRps: ({ figures }) =>
    explained(
      '{rate} × {served}',
      { rate: rps(figures.rateRps), served: share(figures.servedShare) },
      sources.visits,
    ),
  meanMs: mean,
  p50Ms: (subject) => percentile(subject, 'p50Ms'),
  p95Ms: (subject) => percentile(subject, 'p95Ms'),
  p99Ms: (subject) => percentile(subject, 'p99Ms'),
  p999Ms: (subject) => percentile(subject, 'p999Ms'),
  completionMeanMs: (subject) =>
    subject.figures.meanMs !== null && hasCompletion(subject) ? completionMean(subject) : mean(subject),
  completionP50Ms: (subject) => completion(subject, 'completionP50Ms', 'p50Ms'),
  completionP95Ms: (subject) => completion(subject, 'completionP95Ms', 'p95Ms'),
  completionP99Ms: (subject) => completion(subject, 'completionP99Ms', 'p99Ms'),
  overlapMs: overlap,
  apdex,
  approximate,
  availability: flowAvailability,
  maxRateRps: maxRate,
  bottleneck,
  usdPerMillionRequests: usdPerMillion,
};

/** How a figure of a flow came about; null for a metric that flows do not have. */
export function explainFlow(context: ExplainContext, at: number, metric: string): Explained | null {
  const figures = context.analysis.flows[at];
  if (figures === undefined) return null;
  const part = /^budget\.(.+)$/.exec(metric)?.[1];
  if (part !== undefined) return explainBudget({ context, at, figures }, part);
  return Object.hasOwn(explainers, metric) ? (explainers[metric]?.({ context, at, figures }) ?? null) : null;
}

const visitsTerm = (visits: number, meanMs: number): Message =>
  message('{visits} {visits, plural, one {visit} other {visits}} × {response}', {
    visits: count(visits),
    response: ms(meanMs),
  });

const tripsTerm = (visits: number, calls: number, tripMs: number): Message =>
  message(
    '{visits} {visits, plural, one {visit} other {visits}} × {calls} {calls, plural, one {call} other {calls}} × {trip}',
    { visits: count(visits), calls: count(calls), trip: ms(tripMs) },
  );

function explainBudget(subject: FlowSubject, part: string): Explained | null {
  const { context, at, figures } = subject;
  const { graph, model, states } = context.loaded;
  const traffic = model.traffics[at];
  const found = figures.budget.find((of) => ('node' in of ? of.node : of.edge) === part);
  if (traffic === undefined || found === undefined) return null;
  if ('node' in found) {
    if (found.meanMs === null)
      return absent('Saturated: the queue at {node} grows without bound', sources.visits, { node: { part } });
    const terms = visitsAt(graph, graph.positionOf.get(part) ?? -1).flatMap((visit): readonly Message[] => {
      const visits = traffic.syncVisits[visit] ?? 0;
      const response = states[visit]?.[operationAt(graph, at, visit)] ?? null;
      return visits === 0 || response === null ? [] : [visitsTerm(visits, response.meanMs)];
    });
    return explained('{terms}', { terms: sum(terms) }, sources.visits);
  }
  const trips = roundTripsOf(graph, at);
  const along = callsAlong(
    graph,
    graph.edges.findIndex(({ id }) => id === part),
  );
  const terms = along.flatMap((edge): readonly Message[] => {
    const visits = traffic.syncVisits[graph.from[edge] ?? -1] ?? 0;
    const calls = traffic.pattern.multipliers.calls[edge] ?? 0;
    return visits * calls === 0 && along.length > 1 ? [] : [tripsTerm(visits, calls, trips[edge] as number)];
  });
  return explained('{terms}', { terms: sum(terms) }, sources.network);
}
