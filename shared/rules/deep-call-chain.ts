import type { ResolvedFlow } from '../catalog/resolved';
import { type Arc, type Arcs, arcsOf, walkFrom } from './facts/arcs';
import { isOwnCode } from './facts/roles';
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
    const arcs = arcsOf(design);
    const hits: Hit[] = [];
    for (const [position, flow] of design.flows.entries()) {
      const chain = longestChain(arcs, flow, position);
      if (chain === null || chain.calls <= mostCalls) continue;
      const values = {
        flow: { part: flow.id },
        first: { part: chain.first },
        last: { part: chain.last },
        count: { count: chain.calls },
        limit: { count: mostCalls },
      };
      hits.push({ target: flow.id, values });
    }
    return hits;
  },
  get examples() {
    return {
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
    };
  },
};

interface Chain {
  readonly calls: number;
  readonly first: string;
  readonly last: string;
}

/** The longest chain of calls by one’s own services that a flow waits for; null where calls go in circles. Linear. */
function longestChain(arcs: Arcs, flow: ResolvedFlow, position: number): Chain | null {
  const waited = (arc: Arc): boolean => arc.waits && arc.carries[position] === 1;
  const awaited = walkFrom(arcs, arcs.at.get(flow.entry) ?? 0, waited);
  // A chain has as many members as calls and one, so that most flows need no further walk.
  if (awaited.length <= mostCalls + 1) return null;
  const callers = new Int32Array(arcs.nodes.length);
  for (const id of awaited) {
    for (const arc of arcs.from[id] ?? []) if (waited(arc)) callers[arc.to] = (callers[arc.to] ?? 0) + 1;
  }
  const calls = new Int32Array(arcs.nodes.length);
  const firsts = new Int32Array(arcs.nodes.length);
  const open = awaited.filter((id) => callers[id] === 0);
  let last = 0;
  let done = 0;
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    done += 1;
    const so = calls[id] ?? 0;
    if (so > (calls[last] ?? 0)) last = id;
    const node = arcs.nodes[id];
    const next = so + (node !== undefined && isOwnCode(node) ? 1 : 0);
    for (const arc of arcs.from[id] ?? []) {
      if (!waited(arc)) continue;
      if (next > (calls[arc.to] ?? 0)) {
        calls[arc.to] = next;
        firsts[arc.to] = so === 0 ? id : (firsts[id] ?? id);
      }
      const left = (callers[arc.to] ?? 0) - 1;
      callers[arc.to] = left;
      if (left === 0) open.push(arc.to);
    }
  }
  if (done < awaited.length) return null;
  const named = (at: number | undefined): string => arcs.nodes[at ?? 0]?.id ?? flow.entry;
  return { calls: calls[last] ?? 0, first: named(firsts[last]), last: named(last) };
}
