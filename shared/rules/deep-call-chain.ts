import { type DesignGraph, graphOf, isLive, outgoingOf } from './graph';
import { type FlowPaths, pathsOf } from './paths';
import { isOwnCode } from './roles';
import type { Hit, Rule, RuleContext } from './rule';
import { sketch } from './sketch';

/** A front, two services and what each of them asks are within it; DNS, CDN, balancers and gateways are no calls of a service. */
const mostCalls = 5;

/** TOP-08. Silent on circles of calls, which have no length and a rule of their own. */
export const deepCallChain: Rule = {
  id: 'deep-call-chain',
  code: 'TOP-08',
  title: 'Deep chain of calls',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} waits for {count} calls one inside the other, from {first} down to {last}; {limit} are many.',
  why: 'Every call adds its latency and its failures to those of all callers above it, and a slow end holds servers all the way up.',
  fix: 'Merge services that always call each other, keep a copy of what is asked far down, or let the end of the chain work asynchronously.',
  source: {
    text: 'Google SRE Book, chapter 22, Addressing Cascading Failures (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const graph = graphOf(design);
    const hits: Hit[] = [];
    for (const paths of pathsOf(design)) {
      // A chain has as many members as calls and one, so that most flows need no walk.
      if (paths.awaited.size <= mostCalls + 1) continue;
      const chain = longestChain(graph, paths);
      if (chain === null || chain.calls <= mostCalls) continue;
      const values = {
        flow: { part: paths.flow.id },
        first: { part: chain.first },
        last: { part: chain.last },
        count: { count: chain.calls },
        limit: { count: mostCalls },
      };
      hits.push({ target: paths.flow.id, values });
    }
    return hits;
  },
  examples: {
    valid: [
      {
        title: 'The edge of the network before a service and its store',
        design: sketch(
          {
            user: 'client',
            cdn: 'cdn',
            lb: 'load-balancer',
            gate: 'api-gateway',
            api: 'service',
            users: 'service',
            db: 'sql-database',
          },
          'user -> cdn -> lb -> gate -> api -> users -> db',
        ),
      },
      {
        title: 'Nobody waits for the end of the chain',
        design: sketch(
          {
            user: 'client',
            a: 'service',
            b: 'service',
            c: 'service',
            d: 'service',
            e: 'service',
            f: 'service',
            jobs: 'queue',
            runner: 'worker',
          },
          'user -> a -> b -> c -> d ~> jobs -> runner, runner ~> e -> f',
        ),
      },
    ],
    invalid: [
      {
        title: 'Six services and a database, each inside the one before',
        target: 'reads',
        // a → b → c → d → e → f → db: six calls.
        design: sketch(
          {
            user: 'client',
            a: 'service',
            b: 'service',
            c: 'service',
            d: 'service',
            e: 'service',
            f: 'service',
            db: 'sql-database',
          },
          'user -> a -> b -> c -> d -> e -> f -> db',
          { flows: { reads: { rps: 100 } } },
        ),
      },
    ],
  },
};

interface Chain {
  readonly calls: number;
  readonly first: string;
  readonly last: string;
}

/** The longest chain of calls by one’s own services that a flow waits for; null where calls go in circles. Linear. */
function longestChain(graph: DesignGraph, { flow, awaited, edges }: FlowPaths): Chain | null {
  const callers = new Map<string, number>();
  for (const { from, to, mode } of edges) {
    if (mode === 'sync' && awaited.has(from)) callers.set(to, (callers.get(to) ?? 0) + 1);
  }
  const calls = new Map<string, number>();
  const firsts = new Map<string, string>();
  const open = [...awaited].filter((id) => !callers.has(id));
  let last = '';
  let done = 0;
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    done += 1;
    const so = calls.get(id) ?? 0;
    if (so > (calls.get(last) ?? 0)) last = id;
    const node = graph.nodes.get(id);
    const next = so + (node !== undefined && isOwnCode(node) ? 1 : 0);
    for (const edge of outgoingOf(graph, id)) {
      if (edge.mode !== 'sync' || !isLive(edge) || !edge.flows.includes(flow.id)) continue;
      if (next > (calls.get(edge.to) ?? 0)) {
        calls.set(edge.to, next);
        firsts.set(edge.to, so === 0 ? id : (firsts.get(id) ?? id));
      }
      const left = (callers.get(edge.to) ?? 0) - 1;
      callers.set(edge.to, left);
      if (left === 0) open.push(edge.to);
    }
  }
  if (done < awaited.size) return null;
  return { calls: calls.get(last) ?? 0, first: firsts.get(last) ?? last, last };
}
