import type { ResolvedDesign } from '../../catalog/resolved';
import { callersFirst } from '../facts/callers-first';
import type { Call, Part } from '../facts/parts';
import { type FlowPaths, pathsOf } from '../facts/paths';
import { isOwnCode } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A front, two services and what each of them calls are within it; DNS, CDN, balancers and gateways are no calls of a service. */
const mostCalls = 5;

/** TOP-08. Silent on circles of calls, which have no length and a rule of their own. */
export const deepCallChain: Rule = {
  id: 'deep-call-chain',
  code: 'TOP-08',
  title: 'Deep chain of calls',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} waits for {count, plural, one {# call} other {# calls}} one inside the other, from {first} down to {last}; {limit} are many.',
  why: 'Every call adds its latency and its failures to those of all callers above it, and a slow end holds servers all the way up.',
  fix: 'Merge services that always call each other, cache what the end of the chain returns, or make the last calls asynchronous.',
  source: {
    text: 'Google SRE Book, chapter 22, Addressing Cascading Failures (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (!mayBeDeep(design)) return [];
    const hits: Hit[] = [];
    for (const paths of pathsOf(design)) {
      const { flow } = paths;
      const chain = longestChain(paths, design.nodes.length);
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

/** Whether the calls that are waited for make a chain that is long enough, whichever flows they carry; most designs have none. */
function mayBeDeep(design: ResolvedDesign): boolean {
  const parts = callersFirst(design);
  if (parts === null) return true;
  const lengths = new Int32Array(parts.length);
  for (const { at, calls, node } of parts) {
    const next = (lengths[at] ?? 0) + (isOwnCode(node) ? 1 : 0);
    for (const { to, waits } of calls) if (waits && next > (lengths[to.at] ?? 0)) lengths[to.at] = next;
  }
  return lengths.some((length) => length > mostCalls);
}

/** The longest chain of calls by one’s own services that a flow waits for; null where calls go in circles. Linear. */
function longestChain({ awaited: { parts: awaited }, position }: FlowPaths, size: number): Chain | null {
  // A chain has as many members as calls and one, so that most flows need no further walk.
  if (awaited.length <= mostCalls + 1) return null;
  const isWaited = ({ waits, carries }: Call): boolean => waits && carries[position] === 1;
  const callers = new Int32Array(size);
  for (const { calls } of awaited) {
    for (const call of calls) if (isWaited(call)) callers[call.to.at] = (callers[call.to.at] ?? 0) + 1;
  }
  const lengths = new Int32Array(size);
  const firsts: Part[] = [];
  const open = awaited.filter(({ at }) => callers[at] === 0);
  let last = awaited[0];
  let done = 0;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    done += 1;
    const so = lengths[part.at] ?? 0;
    if (last === undefined || so > (lengths[last.at] ?? 0)) last = part;
    const next = so + (isOwnCode(part.node) ? 1 : 0);
    for (const call of part.calls) {
      if (!isWaited(call)) continue;
      const { at } = call.to;
      if (next > (lengths[at] ?? 0)) {
        lengths[at] = next;
        firsts[at] = so === 0 ? part : (firsts[part.at] ?? part);
      }
      const left = (callers[at] ?? 0) - 1;
      callers[at] = left;
      if (left === 0) open.push(call.to);
    }
  }
  if (done < awaited.length || last === undefined) return null;
  const first = firsts[last.at] ?? last;
  return { calls: lengths[last.at] ?? 0, first: first.node.id, last: last.node.id };
}
