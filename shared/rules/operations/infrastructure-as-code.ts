import { isModelled } from '../facts/graph';
import { isExternal } from '../facts/roles';
import { isWorthOperating } from '../facts/worth-operating';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;
const targets = { availability: 0.999 };

/** OPS-03. Of all that is set up once something is promised, a provider's parts too: who set it up by hand has to do so again. */
export const infrastructureAsCode: Rule = {
  id: 'infrastructure-as-code',
  code: 'OPS-03',
  title: 'Set up by hand',
  severity: 'info',
  stage: 'review',
  message:
    '{first} and whatever else the design is made of are set up by hand, so that nobody can repeat it just so.',
  variants: {
    question:
      'Is the design, from {first} to the networks and rights between its parts, set up from files that are kept under version control?',
  },
  why: 'What was clicked together is known by nobody in full. A second region, a rebuild after a loss or an audit then starts from memory.',
  fix: 'Describe it in Terraform, CloudFormation or the like, and change it by changing the files.',
  source: {
    text: 'AWS Well-Architected, Operational Excellence Pillar: perform operations as code (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    if (!isWorthOperating(context.design)) return [];
    const first = context.design.nodes.find(
      (node) => node.behaviour !== 'source' && isModelled(node) && !isExternal(node),
    );
    if (first === undefined) return [];
    const values = { first: { part: first.id } };
    return questionHits(context, 'infrastructure-as-code', [{ target: '*', values }]);
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Answered with yes',
          design: sketch(kinds, 'user -> api -> db', {
            system: { targets, practices: { 'infrastructure-as-code': { answer: 'yes' } } },
          }),
        },
        { title: 'Nothing to set up', design: sketch({ user: 'client' }, '', { system: { targets } }) },
        { title: 'Nothing is promised yet', design: sketch(kinds, 'user -> api -> db') },
      ],
      invalid: [
        {
          title: 'A service and its database, and a promise',
          target: '*',
          design: sketch(kinds, 'user -> api -> db', { system: { targets } }),
        },
      ],
    };
  },
};
