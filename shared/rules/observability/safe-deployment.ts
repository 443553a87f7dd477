import type { ResolvedDesign } from '../../catalog/resolved';
import { pathsOf } from '../facts/paths';
import { isOwnCode } from '../facts/roles';
import { strictestPromise } from '../facts/strictest-promise';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** From this availability target on, a bad release that reaches every server uses up the budget of months. */
const strictFrom = 0.999;

/** OBS-06. A canary node of the catalog checks from outside and holds no release back, so that it answers nothing here. */
export const safeDeployment: Rule = {
  id: 'safe-deployment',
  code: 'OBS-06',
  title: 'Releases in steps',
  severity: 'info',
  stage: 'review',
  message:
    'A release of {node} reaches all of its servers at once; {flow} is to succeed {target} of the time.',
  variants: {
    question:
      'Does a new release of {node} meet a few requests first, and is it taken back by itself when they fail? {flow} is to succeed {target} of the time.',
  },
  why: 'Most outages begin with a change. One that a few requests meet first costs a few requests.',
  fix: 'Release to a canary or to the other of two fleets first, compare its errors and times, and roll back without a person.',
  source: {
    text: 'Google SRE Book, chapter 8, Release Engineering; SRE Workbook, chapter 16, Canarying Releases (assumption: cited from general knowledge)',
    url: 'https://sre.google/workbook/canarying-releases/',
  },
  check: (context: RuleContext): readonly Hit[] =>
    questionHits(context, 'safe-deployment', releasesIn(context.design)),
  get examples() {
    return {
      valid: [
        {
          title: 'A target that a bad release does not break',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.99 } } },
          }),
        },
        {
          title: 'Nothing of one’s own to release',
          design: sketch({ user: 'client', cdn: 'cdn', files: 'object-store' }, 'user -> cdn -> files', {
            flows: { reads: { targets: { availability: 0.999 } } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Three nines',
          target: '*',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.999 } } },
            config: { api: { replicas: 3 } },
          }),
        },
        {
          title: 'A probe from outside sees the release only when all have it',
          target: '*',
          design: sketch({ user: 'client', api: 'service', probe: 'canary' }, 'user -> api, probe -> api', {
            flows: { reads: { targets: { availability: 0.999 } } },
            config: { api: { replicas: 3 } },
          }),
        },
        {
          title: 'Answered no',
          target: '*',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.999 } } },
            config: { api: { replicas: 3 } },
            system: { practices: { 'safe-deployment': { answer: 'no' } } },
          }),
        },
      ],
    };
  },
};

/** One hit for the whole design, which names the strictest promise and the first code that it waits for. */
function releasesIn(design: ResolvedDesign): readonly Hit[] {
  const promise = strictestPromise(design);
  if (promise === null || promise.availability < strictFrom) return [];
  const paths = pathsOf(design).find(({ flow }) => flow === promise.flow);
  const first = paths?.awaited.parts.find(({ node }) => isOwnCode(node));
  if (first === undefined) return [];
  const values = {
    node: { part: first.node.id },
    flow: { part: promise.flow.id },
    target: { share: promise.availability },
  };
  return [{ target: '*', values }];
}
