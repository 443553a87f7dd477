import type { ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { protocolField } from '../../edits/protocol';
import type { Change } from '../../model/changes';
import { isModelled } from '../facts/graph';
import { partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** From half a second on, it is reported that a caller waits. */
const slowFromMs = 500;

/** TOP-11. One finding for the whole design; plain https to something quick needs no words. */
export const unmarkedEdges: Rule = {
  id: 'unmarked-edges',
  code: 'TOP-11',
  title: 'Calls without protocol and mode',
  severity: 'info',
  stage: 'review',
  message:
    '{count, plural, one {# call has} other {# calls have}} neither protocol nor mode, such as {edge}: synchronous https is assumed.',
  variants: {
    one: 'The call {edge} has neither protocol nor mode: synchronous https is assumed.',
  },
  why: 'Figures and findings then rest on a guess: a call for which nobody waits costs no latency, and a protocol decides on encryption.',
  fix: 'Name the protocol and the mode of each.',
  fixes: {
    'write-down': 'Write down what is assumed: the protocol of the callee, and that the call is synchronous.',
  },
  source: { text: 'Design rule: what is assumed is written down' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const unmarked: { readonly edge: ResolvedEdge; readonly speaks: string | undefined }[] = [];
    const { all, calls } = partsOf(design);
    const spoken = all.map(({ node }) => (isModelled(node) ? protocolField(node).protocol : undefined));
    for (const { edge, from, isLive, to } of calls) {
      const speaks = spoken[to.at];
      if (speaks === undefined && !isSlow(to.node)) continue;
      if (!isLive || !isModelled(to.node) || !isModelled(from.node) || !isUnmarked(edge)) continue;
      unmarked.push({ edge, speaks });
    }
    const [first] = unmarked;
    if (first === undefined) return [];
    const changes = unmarked.flatMap(({ edge, speaks }) => writtenDown(edge, speaks));
    const values = { count: { count: unmarked.length }, edge: { part: first.edge.id } };
    const one = unmarked.length === 1 ? { variant: 'one' } : {};
    return [
      {
        target: '*',
        values,
        ...one,
        quickFix: { id: 'write-down', title: 'Write it down', values: {}, changes },
      },
    ];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A timeout says that the caller waits',
          design: sketch(
            { user: 'client', api: 'service', cards: 'payment-provider' },
            'user -> api -> cards',
            {
              flows: { reads: { rps: 10 } },
              edges: { 'api -> cards': { timeoutMs: 3000, circuitBreaker: true } },
            },
          ),
        },
        {
          title: 'https between services',
          design: sketch({ user: 'client', api: 'service', prices: 'service' }, 'user -> api -> prices'),
        },
        {
          title: 'A database that is called in SQL',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'api -> db': { protocol: 'sql' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A database that is assumed to use https',
          target: '*',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'),
        },
        {
          title: 'A slow service for which the caller may or may not wait',
          target: '*',
          design: sketch({ user: 'client', api: 'service', render: 'service' }, 'user -> api -> render', {
            flows: { reads: { rps: 10 } },
            config: { render: { delayMs: 800 } },
          }),
        },
      ],
    };
  },
};

/** Whether the document says nothing of how it is called; what leaves a buffer needs no mode, and who gives a timeout waits. */
function isUnmarked(edge: ResolvedEdge): boolean {
  const { protocol, mode, timeoutMs } = edge.basis;
  if (timeoutMs?.kind === 'document') return false;
  return protocol?.kind === 'default' && mode?.kind === 'derived' && mode.key === 'mode-sync';
}

const isSlow = ({ config }: ResolvedNode): boolean =>
  Math.max(config.readMs, config.writeMs) + config.delayMs >= slowFromMs;

/** The assumption as a change; encryption, which follows from the protocol, stays as it was. */
function writtenDown({ id, tls, basis }: ResolvedEdge, speaks: string | undefined): readonly Change[] {
  if (speaks === undefined) return [{ op: 'patch-edge', id, patch: { mode: 'sync' } }];
  const kept = basis['tls']?.kind === 'document' ? {} : { tls };
  return [{ op: 'patch-edge', id, patch: { protocol: speaks, mode: 'sync', ...kept } }];
}
