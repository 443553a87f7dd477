import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { observe, watchOf } from '../facts/observation';
import { partsOf } from '../facts/parts';
import { pathsOf } from '../facts/paths';
import { isOwnCode, isPublicSource } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** OBS-03. Of the code that people wait for; one finding for the design. */
export const noCentralLogs: Rule = {
  id: 'no-central-logs',
  code: 'OBS-03',
  title: 'No central logs',
  severity: 'warning',
  stage: 'review',
  message:
    '{count, plural, one {# service} other {# services}} that users wait for, {node} among them, keep their logs to themselves.',
  variants: { one: 'Users wait for {node}, which keeps its logs to itself.' },
  why: 'Logs that stay on a server go with it, most likely in the hour in which they are needed.',
  fix: 'Ship the logs of every service that users wait for to one place, with the id of the request in each line.',
  source: {
    text: 'The Twelve-Factor App, XI: logs as event streams (assumption: cited from general knowledge)',
    url: 'https://12factor.net/logs',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const isWatched = watchOf(design, 'logs');
    const silent = awaitedCode(design).filter((node) => !isWatched(node));
    const [first] = silent;
    if (first === undefined) return [];
    return [
      {
        target: '*',
        values: { node: { part: first.id }, count: { count: silent.length } },
        ...(silent.length === 1 && { variant: 'one' }),
        quickFix: observe(silent, ['logs'], 'Collect their logs'),
      },
    ];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A practice for all of them',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: { practices: { logs: { answer: 'yes' } } },
          }),
        },
        {
          title: 'Nobody waits for the worker',
          design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
            flows: { runs: { kind: 'write', rps: 100 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A service that people wait for',
          target: '*',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api'),
        },
        {
          title: 'Two services, with metrics only',
          target: '*',
          design: sketch({ user: 'client', api: 'service', ledger: 'service' }, 'user -> api -> ledger', {
            config: { api: { observed: ['metrics'] } },
            system: { practices: { logs: { answer: 'no' } } },
          }),
        },
      ],
    };
  },
};

/** The code of one's own for which somebody outside waits, in the document's order. */
function awaitedCode(design: ResolvedDesign): readonly ResolvedNode[] {
  const { all, byId } = partsOf(design);
  const waited = pathsOf(design).filter(({ flow }) => {
    const source = byId.get(flow.entry);
    return source !== undefined && isPublicSource(source.node);
  });
  const code = all.filter(
    (part) => isOwnCode(part.node) && waited.some(({ awaited }) => awaited.includes(part)),
  );
  return code.map(({ node }) => node);
}
