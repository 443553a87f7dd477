import type { Quantity } from '../../math/quantity';
import { attempts } from '../../math/queueing';
import { passedFor } from '../loads';
import { edgeRates } from '../rollup';
import {
  bytes,
  count,
  type ExplainContext,
  type Explained,
  explained,
  ms,
  rps,
  share,
  sources,
  type Term,
  term,
  termsOf,
} from './explanation';

/** Calls of one flow over an edge: arrivals at the caller × share passed on × calls a visit × attempts; null without any. */
function callsTerm({ loaded }: ExplainContext, flow: number, edge: number): Term | null {
  const { graph, model, loads } = loaded;
  const traffic = model.traffics[flow];
  const caller = graph.from[edge] as number;
  const arriving = loads.offeredRps[flow]?.[caller] ?? 0;
  const calls = traffic?.pattern.multipliers.calls[edge] ?? 0;
  if (arriving * calls === 0) return null;
  const passed = passedFor(loads.passed[caller], graph.flows[flow]?.kind === 'read');
  const refused = loads.passed[graph.to[edge] as number]?.refused ?? 0;
  const tries = attempts(refused, graph.edges[edge]?.retries ?? 0);
  const inputs: Record<string, Quantity> = { rate: rps(arriving), calls: count(calls) };
  let text = `{rate} × {calls} {calls, plural, one {call} other {calls}}`;
  if (passed !== 1) {
    text += ' × {passed} passed on';
    inputs['passed'] = share(passed);
  }
  if (tries !== 1) {
    text += ' × {tries} tries';
    inputs['tries'] = count(tries);
  }
  return { id: graph.flows[flow]?.id ?? '', text, inputs };
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
      { trip: ms(edge.rttMs), network: edge.network },
      sources.network,
    );
  if (metric === 'rps') {
    const calls = graph.flows.flatMap((_, flow) => callsTerm(context, flow, at) ?? []);
    const { text, inputs } = termsOf(calls);
    return explained(
      calls.length === 0
        ? '0: no request takes this call'
        : `${text}: requests at the caller × calls a request, after misses and picks`,
      inputs,
      sources.retries,
    );
  }
  if (metric !== 'bytesPerSecond') return null;
  const rates = edgeRates(graph, loads, context.times());
  const sizes = graph.flows.flatMap((flow, i): readonly Term[] => {
    const rate = rates[i]?.[at] ?? 0;
    if (rate === 0) return [];
    const { requestBytes, responseBytes } = flow;
    return [
      {
        id: flow.id,
        text: '{rate} × ({request} + {response})',
        inputs: { rate: rps(rate), request: bytes(requestBytes), response: bytes(responseBytes) },
      },
    ];
  });
  const { text, inputs } = termsOf(sizes);
  return explained(
    sizes.length === 0
      ? '0: no request takes this call'
      : `${text}: calls of each flow × bytes of its request and response`,
    inputs,
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
    const calls = edges.flatMap(({ edge }) => {
      const rate = figures.get(edge.id) ?? 0;
      return rate === 0 ? [] : [term(edge.id, rps(rate))];
    });
    const { text, inputs } = termsOf(calls);
    return explained(calls.length === 0 ? '0: no request takes these calls' : text, inputs, sources.sum);
  }
  const flowId = /^flows\.(.+)\.meanMs$/.exec(metric)?.[1];
  const traffic = model.traffics[graph.flows.findIndex((flow) => flow.id === flowId)];
  if (traffic === undefined) return null;
  const waits = edges.flatMap(({ edge, i }): readonly Term[] => {
    const visits = traffic.syncVisits[graph.from[i] as number] ?? 0;
    const calls = traffic.pattern.multipliers.calls[i] ?? 0;
    if (graph.sync[i] === 0 || visits * calls === 0) return [];
    return [
      {
        id: edge.id,
        text: `{visits} {visits, plural, one {visit} other {visits}} × {calls} {calls, plural, one {call} other {calls}} × {trip}`,
        inputs: { visits: count(visits), calls: count(calls), trip: ms(edge.rttMs) },
      },
    ];
  });
  const { text, inputs } = termsOf(waits);
  return explained(
    waits.length === 0 ? '0: the flow waits for none of these calls' : text,
    inputs,
    sources.network,
  );
}
