import type { ResolvedNode } from '../../catalog/resolved';
import { coverageOf, leastObservedShare, observe, watchOf } from '../facts/observation';
import type { Part } from '../facts/parts';
import { type FlowPaths, pathsOf } from '../facts/paths';
import { isOwnCode } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Beyond so many calls one inside another, metrics of each part no longer say which of them is slow. */
const mostHopsWithout = 3;

/** OBS-04. Where few services are watched at all, that is the finding (OBS-01); this one is of a trace with a gap. */
export const noTracing: Rule = {
  id: 'no-tracing',
  code: 'OBS-04',
  title: 'A trace with a gap',
  severity: 'info',
  stage: 'review',
  message:
    '{flow} waits for {hops, plural, one {# call} other {# calls}}, one inside another, more than {limit}, and its trace breaks off at {node}.',
  why: 'Where a request passes many parts, only a trace says in which of them its time goes.',
  fix: 'Let {node} take part in the trace: pass the context on, and report its own span.',
  source: {
    text: 'OpenTelemetry, Context propagation',
    url: 'https://opentelemetry.io/docs/concepts/context-propagation/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (coverageOf(design).share < leastObservedShare) return [];
    const isTraced = watchOf(design, 'traces');
    const isGap = (node: ResolvedNode): boolean => isOwnCode(node) && !isTraced(node);
    if (!design.nodes.some(isGap)) return [];
    return pathsOf(design).flatMap((paths): Hit[] => {
      const gaps = paths.awaited.parts.flatMap(({ node }) => (isGap(node) ? [node] : []));
      const [first] = gaps;
      if (first === undefined) return [];
      const hops = longestWait(paths);
      if (hops <= mostHopsWithout) return [];
      const values = {
        flow: { part: paths.flow.id },
        node: { part: first.id },
        hops: { count: hops },
        limit: { count: mostHopsWithout },
      };
      return [{ target: paths.flow.id, values, quickFix: observe(gaps, ['traces'], 'Trace {count} more') }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'All of them are traced',
          design: sketch(
            { user: 'client', lb: 'load-balancer', api: 'service', ledger: 'service', db: 'sql-database' },
            'user -> lb -> api -> ledger -> db',
            { system: { practices: { metrics: { answer: 'yes' }, traces: { answer: 'yes' } } } },
          ),
        },
        {
          title: 'Two calls one after another',
          design: sketch(
            { user: 'client', api: 'service', b: 'service', c: 'service', d: 'service', e: 'service' },
            'user -> api -> b, api -> c, api -> d, api -> e',
            { config: watched('api', 'b', 'c', 'd') },
          ),
        },
      ],
      invalid: [
        {
          title: 'The last of five services takes no part',
          target: 'reads',
          design: sketch(
            { user: 'client', api: 'service', b: 'service', c: 'service', d: 'service', e: 'service' },
            'user -> api -> b -> c -> d -> e',
            { config: watched('api', 'b', 'c', 'd') },
          ),
        },
      ],
    };
  },
};

/** Configuration with metrics and traces for each of the ids. */
function watched(
  ...ids: readonly string[]
): Readonly<Record<string, { observed: ('metrics' | 'traces')[] }>> {
  return Object.fromEntries(ids.map((id) => [id, { observed: ['metrics', 'traces'] }]));
}

/** The most calls that a request waits for, one inside another; what goes round in circles is left out. */
function longestWait({ calls: carried, awaited }: FlowPaths): number {
  const calls = carried.filter(({ from, waits }) => waits && awaited.includes(from));
  const waiting = new Map<Part, number>();
  for (const { to } of calls) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const byCaller = new Map<Part, Part[]>();
  for (const { from, to } of calls) {
    const callees = byCaller.get(from);
    if (callees === undefined) byCaller.set(from, [to]);
    else callees.push(to);
  }
  const depths = new Map<Part, number>();
  for (const { from } of calls) if (!waiting.has(from)) depths.set(from, 0);
  let longest = 0;
  // A map yields what is added to it during the walk: each part once all of its callers are done.
  for (const [part, depth] of depths) {
    longest = Math.max(longest, depth);
    for (const to of byCaller.get(part) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) depths.set(to, depth + 1);
    }
  }
  return longest;
}
