import { pathsOf } from '../facts/paths';
import { isOwnCode } from '../facts/roles';
import { isWorthOperating } from '../facts/worth-operating';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service' } as const;
const targets = { availability: 0.999 };

/** OPS-02. Of designs that run code of one's own under load and promise something. */
export const loadTested: Rule = {
  id: 'load-tested',
  code: 'OPS-02',
  title: 'Never tried under its load',
  severity: 'warning',
  stage: 'review',
  message: 'The design is to carry {rps} at peak, and no load test has tried that.',
  variants: {
    question:
      'The design is to carry {rps} at peak. Is that tried by a load test, up to where something breaks?',
  },
  why: 'Service times on paper are guesses. The first to measure them should not be the users.',
  fix: 'Test with the mix and the peak of the design before each large change, and put what was measured into it.',
  source: {
    text: 'Google SRE Book, chapter 17, Testing for Reliability: stress tests',
    url: 'https://sre.google/sre-book/testing-reliability/',
  },
  check: (context: RuleContext): readonly Hit[] => {
    if (!isWorthOperating(context.design)) return [];
    let rps = 0;
    let runsCode = false;
    for (const paths of pathsOf(context.design)) {
      if (paths.flow.rateRps === 0) continue;
      rps += paths.flow.rateRps;
      runsCode ||= paths.reached.parts.some(({ node }) => isOwnCode(node));
    }
    return runsCode ? questionHits(context, 'load-tested', [{ target: '*', values: { rps: { rps } } }]) : [];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Answered with yes',
          design: sketch(kinds, 'user -> api', {
            system: { targets, practices: { 'load-tested': { answer: 'yes' } } },
          }),
        },
        { title: 'No flow yet', design: sketch(kinds, 'user -> api', { flows: {}, system: { targets } }) },
        { title: 'Nothing is promised yet', design: sketch(kinds, 'user -> api') },
      ],
      invalid: [
        {
          title: 'A service that is to be there under load',
          target: '*',
          design: sketch(kinds, 'user -> api', { system: { targets } }),
        },
      ],
    };
  },
};
