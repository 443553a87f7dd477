import type { FlowTimes } from '../flow-times';
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
  type Term,
  termsOf,
} from './explanation';
import { serviceOf } from './load';
import { noStation, saturatedExplained } from './station';
import { storeMean, storeResponse } from './store';

/** The share of the requests that each percentile says the time of. */
export const percentileShares: Readonly<Record<string, number>> = {
  p50Ms: 0.5,
  p95Ms: 0.95,
  p99Ms: 0.99,
  p999Ms: 0.999,
  withCallsP99Ms: 0.99,
};

export const notComputed = absent('The percentiles of this analysis were not asked for', sources.document);

export function response(subject: NodeSubject): Explained {
  const { node, figures } = subject;
  if (figures.meanMs === null) return noStation(subject) ?? saturatedExplained(subject);
  if (node.behaviour === 'pass-through')
    return explained('0: what arrives passes through at once', {}, sources.document);
  if (node.behaviour === 'store') return storeMean(subject);
  return explained(
    'wait {wait} + service {service}',
    { wait: ms(figures.waitMs ?? 0), service: ms(serviceOf(subject).meanMs) },
    sources.erlang,
  );
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
    `The time below which {percentile} of the responses lie: {waiting} of the requests wait, the mean wait is {wait}, the service takes {service} with a cv of {cv}${store === null ? '' : `; ${store.words}`}`,
    {
      percentile: share(percentileShares[metric] ?? 0),
      waiting: share(figures.waitProbability ?? 0),
      wait: ms(figures.waitMs ?? 0),
      service: ms(mix.meanMs),
      cv: count(Math.sqrt(mix.scv)),
      ...store?.inputs,
    },
    sources.erlang,
  );
}

/** The flows that visit a node, each with its part of the visits; by their rates, or alike where none has one. */
function visitorsOf({ context, at }: NodeSubject) {
  const { ratesRps } = context.loaded.model;
  const visiting = context.times().flatMap((times) => {
    const visits = times.traffic.visits[at] ?? 0;
    return visits > 0 ? [{ times, visits, rated: visits * (ratesRps[times.traffic.flow] ?? 0) }] : [];
  });
  const isRated = visiting.some(({ rated }) => rated > 0);
  const weighted = visiting
    .map(({ times, visits, rated }) => ({ times, weight: isRated ? rated : visits }))
    .filter(({ weight }) => weight > 0);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted.map(({ times, weight }) => ({ times, part: weight / total }));
}

export function withCallsMean(subject: NodeSubject): Explained {
  const { context, at, figures } = subject;
  if (figures.withCallsMeanMs === null) return brokenBehind(subject);
  const visitors = visitorsOf(subject);
  const [first] = visitors;
  if (first === undefined)
    return explained(
      '{own} own response: no request comes here',
      { own: ms(figures.meanMs ?? 0) },
      sources.composition,
    );
  const msOf = ({ withCallsMs }: FlowTimes): number => withCallsMs[at] as number;
  if (visitors.every(({ times }) => times.traffic.pattern === first.times.traffic.pattern))
    return visitTold(context, first.times, at);
  const { text, inputs } = termsOf(
    visitors.map(({ times, part }) => ({
      id: context.design.flows[times.traffic.flow]?.id ?? '',
      text: '{visits} × {time}',
      inputs: { visits: share(part), time: ms(msOf(times)) },
    })),
  );
  return explained(
    `${text}: each flow’s part of the visits × its response with calls`,
    inputs,
    sources.composition,
  );
}

/** Own response, then calls × (round trip + time of the called), less what parallel calls save. */
function visitTold(context: ExplainContext, times: FlowTimes, at: number): Explained {
  const { graph } = context.loaded;
  const { pattern } = times.traffic;
  const { start, edges } = pattern.waited;
  const calls = Array.from(edges.subarray(start[at] as number, start[at + 1] as number), (edge): Term => {
    const to = graph.to[edge] as number;
    return {
      id: graph.edges[edge]?.id ?? '',
      text: '{calls} × ({trip} + {time})',
      inputs: {
        calls: count(pattern.multipliers.calls[edge] as number),
        trip: ms(graph.edges[edge]?.rttMs ?? 0),
        time: ms(times.withCallsMs[to] as number),
      },
    };
  });
  const { text, inputs } = termsOf(calls);
  const savedMs = times.overlapMs[at] as number;
  return explained(
    `{own} own response${calls.length === 0 ? ': it waits for no calls' : ` + ${text}`}${savedMs === 0 ? '' : ' − {saved}: less what parallel calls save'}`,
    {
      own: ms(times.responseMs[at] as number),
      ...inputs,
      ...(savedMs === 0 ? {} : { saved: ms(savedMs) }),
    },
    sources.composition,
  );
}

/** Why a node’s visits have no response time: it is saturated itself, or a part that it waits for is. */
function brokenBehind(subject: NodeSubject): Explained {
  const { context, at, figures } = subject;
  if (figures.saturated) return saturatedExplained(subject);
  const { graph, states } = context.loaded;
  const open = [at];
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
