import { type Message, message, sum } from '../../math/message';
import type { FlowTimes } from '../flow-times';
import { roundTripsOf } from '../round-trips';
import { visitsAt } from '../visit-positions';
import {
  absent,
  count,
  described,
  type ExplainContext,
  type Explained,
  explained,
  ms,
  type NodeSubject,
  share,
  sources,
} from './explanation';
import { serviceOf } from './load';
import { withCallsMeanOfPlaces } from './places';
import { noStation, saturatedExplained } from './station';
import { ownTimes, storeMean, storeResponse, waitAndOwn } from './store';

/** The share of the requests that each percentile says the time of. */
export const percentileShares: Readonly<Record<string, number>> = {
  p50Ms: 0.5,
  p95Ms: 0.95,
  p99Ms: 0.99,
  p999Ms: 0.999,
  withCallsP99Ms: 0.99,
};

export const notComputed = absent('The percentiles of this analysis were not requested', sources.document);

export function response(subject: NodeSubject): Explained {
  const { node, figures } = subject;
  if (figures.meanMs === null) return noStation(subject) ?? saturatedExplained(subject);
  if (node.behaviour === 'pass-through')
    return explained('0: what arrives passes through at once', {}, sources.document);
  if (node.behaviour === 'store') return storeMean(subject);
  return waitAndOwn(subject, serviceOf(subject).meanMs);
}

export function percentile(subject: NodeSubject, metric: 'p50Ms' | 'p95Ms' | 'p99Ms' | 'p999Ms'): Explained {
  const { node, figures } = subject;
  if (figures.meanMs === null) return noStation(subject) ?? saturatedExplained(subject);
  if (figures[metric] === null) return notComputed;
  if (node.behaviour === 'pass-through')
    return explained('0: what arrives passes through at once', {}, sources.document);
  const mix = serviceOf(subject);
  const store = node.behaviour === 'store' ? storeResponse(subject) : null;
  return described(
    store === null
      ? 'The time below which {percentile} of the responses lie: {waiting} of the requests wait, the mean wait is {wait}, the service takes {service} with a cv of {cv}{delay, select, yes {, a delay of its own {delayTime}} other {}}{slow, select, yes {, and {slowShare} of them {slowTime} more} other {}}'
      : 'The time below which {percentile} of the responses lie: {waiting} of the requests wait, the mean wait is {wait}, the service takes {service} with a cv of {cv}{delay, select, yes {, a delay of its own {delayTime}} other {}}{slow, select, yes {, and {slowShare} of them {slowTime} more} other {}}; {answer}',
    {
      percentile: share(percentileShares[metric] ?? 0),
      waiting: share(figures.waitProbability ?? 0),
      wait: ms(figures.waitMs ?? 0),
      service: ms(mix.meanMs),
      cv: count(Math.sqrt(mix.scv)),
      ...ownTimes(node),
      ...store,
    },
    sources.erlang,
  );
}

/** The visits of a node by flow and operation, each with its part of all; by the rates of the flows, or alike where none has one. */
function visitorsOf({ context, at }: NodeSubject) {
  const { ratesRps } = context.loaded.model;
  const positions = visitsAt(context.loaded.graph, at);
  const visiting = context.times().flatMap((times) =>
    positions.flatMap((visit) => {
      const visits = times.traffic.visits[visit] ?? 0;
      const rated = visits * (ratesRps[times.traffic.flow] ?? 0);
      return visits > 0 ? [{ times, visit, visits, rated }] : [];
    }),
  );
  const isRated = visiting.some(({ rated }) => rated > 0);
  const weighted = visiting
    .map(({ times, visit, visits, rated }) => ({ times, visit, weight: isRated ? rated : visits }))
    .filter(({ weight }) => weight > 0);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted.map(({ times, visit, weight }) => ({ times, visit, part: weight / total }));
}

export function withCallsMean(subject: NodeSubject): Explained {
  const { context, figures } = subject;
  if (figures.withCallsMeanMs === null) return brokenBehind(subject);
  const ended = withCallsMeanOfPlaces(subject);
  if (ended !== null) return ended;
  const visitors = visitorsOf(subject);
  const [first] = visitors;
  if (first === undefined)
    return explained(
      '{own} own response: no request comes here',
      { own: ms(figures.meanMs ?? 0) },
      sources.composition,
    );
  const isAlike = visitors.every(
    ({ times, visit }) => visit === first.visit && times.traffic.pattern === first.times.traffic.pattern,
  );
  if (isAlike) return explainVisit(context, first.times, first.visit);
  const terms = visitors.map(({ times, visit, part }) =>
    message('{part} {visits} × {time}', {
      part: { part: context.design.flows[times.traffic.flow]?.id ?? '' },
      visits: share(part),
      time: ms(times.withCallsMs[visit] as number),
    }),
  );
  return explained(
    '{terms}: each flow’s part of the visits × its response with calls',
    { terms: sum(terms) },
    sources.composition,
  );
}

/** Own response, then calls × (round trip + time of the called), less what parallel calls save. */
function explainVisit(context: ExplainContext, times: FlowTimes, at: number): Explained {
  const { graph } = context.loaded;
  const { pattern } = times.traffic;
  const { start, edges } = pattern.waited;
  const trips = roundTripsOf(graph, pattern.flow);
  const calls = Array.from(edges.subarray(start[at] as number, start[at + 1] as number), (edge): Message => {
    const to = graph.to[edge] as number;
    return message('{part} {calls} × ({trip} + {time})', {
      part: { part: graph.edges[edge]?.id ?? '' },
      calls: count(pattern.multipliers.calls[edge] as number),
      trip: ms(trips[edge] as number),
      time: ms(times.withCallsMs[to] as number),
    });
  });
  const own = ms(times.responseMs[at] as number);
  const savedMs = times.overlapMs[at] as number;
  if (calls.length === 0)
    return explained('{own} own response: it waits for no calls', { own }, sources.composition);
  return savedMs === 0
    ? explained('{own} own response + {terms}', { own, terms: sum(calls) }, sources.composition)
    : explained(
        '{own} own response + {terms} − {saved}: less what parallel calls save',
        { own, terms: sum(calls), saved: ms(savedMs) },
        sources.composition,
      );
}

/** Why a node’s visits have no response time: it is saturated itself, or a part that it waits for is. */
function brokenBehind(subject: NodeSubject): Explained {
  const { context, at, figures } = subject;
  if (figures.saturated) return saturatedExplained(subject);
  const { graph, states } = context.loaded;
  const open = [...visitsAt(graph, at)];
  for (const node of open) {
    if (states[node]?.saturated === true)
      return absent(
        'Saturated at {node}, which it waits for: the queue there grows without bound',
        sources.composition,
        { node: { part: graph.nodes[node]?.id ?? '' } },
      );
    graph.from.forEach((from, edge) => {
      const to = graph.to[edge] as number;
      if (from === node && graph.sync[edge] === 1 && !open.includes(to)) open.push(to);
    });
  }
  return noStation(subject) ?? absent('What it waits for is unbounded', sources.composition);
}

export function withCallsP99(subject: NodeSubject): Explained {
  const { figures } = subject;
  if (figures.withCallsMeanMs === null) return brokenBehind(subject);
  if (figures.withCallsP99Ms === null) return notComputed;
  return described(
    'The time below which {percentile} of the visits lie, its own response {own} and then its calls in their steps; the mean of all is {mean}',
    { percentile: share(0.99), own: ms(figures.meanMs ?? 0), mean: ms(figures.withCallsMeanMs) },
    sources.composition,
  );
}
