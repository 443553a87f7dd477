import { type Message, message, sum, words } from '../../math/message';
import { attempts } from '../../math/queueing';
import { networkNames } from '../../model/term-names';
import { bytesAlong } from '../network-load';
import { passedFor } from '../passed';
import { edgeRates } from '../rollup';
import { roundTripsOf } from '../round-trips';
import { callsAlong, operationAt } from '../visit-positions';
import {
  absent,
  bytes,
  count,
  described,
  type ExplainContext,
  type Explained,
  explained,
  ms,
  rps,
  share,
  sources,
  term,
  yesNo,
} from './explanation';
import { notComputed } from './response';

/** Calls of one flow's visits of one operation: arrivals at the caller × share passed on × calls per visit × attempts; null without any. */
function callsTerm({ loaded }: ExplainContext, flow: number, edge: number): Message | null {
  const { graph, model, loads } = loaded;
  const traffic = model.traffics[flow];
  const caller = graph.from[edge] as number;
  const arriving = loads.offeredRps[flow]?.[caller] ?? 0;
  const calls = traffic?.pattern.multipliers.calls[edge] ?? 0;
  if (arriving * calls === 0) return null;
  const passed = passedFor(loads.passed[caller], operationAt(graph, flow, caller));
  const refused = loads.passed[graph.to[edge] as number]?.refused ?? 0;
  const tries = attempts(refused, graph.edges[edge]?.retries ?? 0);
  return message(
    '{part} {rate} × {calls} {calls, plural, one {call} other {calls}}{losing, select, yes { × {passed} passed on} other {}}{retrying, select, yes { × {tries} tries} other {}}',
    {
      part: { part: graph.flows[flow]?.id ?? '' },
      rate: rps(arriving),
      calls: count(calls),
      losing: yesNo(passed !== 1),
      retrying: yesNo(tries !== 1),
      ...(passed !== 1 && { passed: share(passed) }),
      ...(tries !== 1 && { tries: count(tries) }),
    },
  );
}

function timeoutShare({ analysis, loaded }: ExplainContext, at: number): Explained {
  const { graph, states } = loaded;
  const edge = graph.edges[at];
  const timeoutMs = edge?.timeoutMs ?? null;
  const callee = graph.to[at] as number;
  const part = graph.nodes[callee]?.id ?? '';
  const figures = analysis.edges[at];
  if (edge === undefined || timeoutMs === null) return absent('The call has no timeout', sources.composition);
  if (figures?.rps === 0 && figures.timeoutShare === 0)
    return explained('0: no request takes this call', {}, sources.composition);
  if (figures?.timeoutShare === null)
    return states[callee]?.saturated === true || analysis.nodes[callee]?.withCallsMeanMs === null
      ? absent('{node}, or what it waits for, is saturated: its time does not exist', sources.composition, {
          node: { part },
        })
      : notComputed;
  return described(
    'The share of the calls that last longer than {timeout}: the round trip takes {trip}, {node} with its calls {time} on average',
    {
      timeout: ms(timeoutMs),
      trip: ms(edge.rttMs),
      node: { part },
      time: ms(analysis.nodes[callee]?.withCallsMeanMs ?? 0),
    },
    sources.composition,
  );
}

/** How a figure of an edge came about; null for a metric that edges do not have. */
export function explainEdge(context: ExplainContext, id: string, metric: string): Explained | null {
  const { graph, loads } = context.loaded;
  const at = graph.edges.findIndex((of) => of.id === id);
  const edge = graph.edges[at];
  if (edge === undefined) return null;
  if (metric === 'rttMs')
    return explained(
      '{trip}: the round trip over the network {network}',
      { trip: ms(edge.rttMs), network: words(networkNames[edge.network]) },
      sources.network,
    );
  if (metric === 'rps') {
    const along = callsAlong(graph, at);
    const calls = graph.flows.flatMap((_, flow) =>
      along.flatMap((call) => callsTerm(context, flow, call) ?? []),
    );
    return explained(
      calls.length === 0
        ? '0: no request takes this call'
        : '{terms}: requests at the caller × calls per request, after misses and picks',
      { terms: sum(calls) },
      sources.retries,
    );
  }
  if (metric === 'timeoutShare') return timeoutShare(context, at);
  if (metric !== 'bytesPerSecond') return null;
  const rates = edgeRates(graph, loads, context.times());
  const sizes = graph.flows.flatMap((flow, i): readonly Message[] => {
    const rate = callsAlong(graph, at).reduce((total, call) => total + (rates[i]?.[call] ?? 0), 0);
    if (rate === 0) return [];
    const { request, response } = bytesAlong(graph, at, i);
    return [
      message('{part} {rate} × ({request} + {response})', {
        part: { part: flow.id },
        rate: rps(rate),
        request: bytes(request),
        response: bytes(response),
      }),
    ];
  });
  return explained(
    sizes.length === 0
      ? '0: no request takes this call'
      : '{terms}: calls of each flow × bytes of its request and response',
    { terms: sum(sizes) },
    sources.sum,
  );
}

/** How a figure of the calls from one layer to another came about. */
export function explainHop(context: ExplainContext, id: string, metric: string): Explained | null {
  const [from, to] = id.split('>');
  const { graph, model } = context.loaded;
  const edges = graph.edges.flatMap((edge, i) =>
    graph.nodes[graph.from[i] as number]?.layer === from && graph.nodes[graph.to[i] as number]?.layer === to
      ? [{ edge, i }]
      : [],
  );
  if (metric === 'rps') {
    const figures = new Map(context.analysis.edges.map((edge) => [edge.id, edge.rps]));
    const calls = edges.flatMap(({ edge, i }) => {
      const rate = figures.get(edge.id) ?? 0;
      return rate === 0 || i >= graph.edgeCount ? [] : [term(edge.id, rps(rate))];
    });
    return explained(
      calls.length === 0 ? '0: no request takes these calls' : '{terms}',
      { terms: sum(calls) },
      sources.sum,
    );
  }
  const flowId = /^flows\.(.+)\.meanMs$/.exec(metric)?.[1];
  const traffic = model.traffics[graph.flows.findIndex((flow) => flow.id === flowId)];
  if (traffic === undefined) return null;
  const trips = roundTripsOf(graph, traffic.flow);
  const waits = edges.flatMap(({ edge, i }): readonly Message[] => {
    const visits = traffic.syncVisits[graph.from[i] as number] ?? 0;
    const calls = traffic.pattern.multipliers.calls[i] ?? 0;
    if (graph.sync[i] === 0 || visits * calls === 0) return [];
    return [
      message(
        '{part} {visits} {visits, plural, one {visit} other {visits}} × {calls} {calls, plural, one {call} other {calls}} × {trip}',
        { part: { part: edge.id }, visits: count(visits), calls: count(calls), trip: ms(trips[i] as number) },
      ),
    ];
  });
  return explained(
    waits.length === 0 ? '0: the flow waits for none of these calls' : '{terms}',
    { terms: sum(waits) },
    sources.network,
  );
}
