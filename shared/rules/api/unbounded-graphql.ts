import { isModelled } from '../facts/graph';
import { type Part, partsOf } from '../facts/parts';
import { flowsAtPart } from '../facts/paths';
import { isExternal, isOwnCode, isPublicSource } from '../facts/roles';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { page: 'web-app', graph: 'graphql-gateway', api: 'service' } as const;
const flows = { reads: { entry: 'page' as const } };

/** API-03. Of what answers GraphQL to people: a limit on the rate counts queries and not what they cost. */
export const unboundedGraphql: Rule = {
  id: 'unbounded-graphql',
  code: 'API-03',
  title: 'GraphQL queries without a limit',
  severity: 'warning',
  stage: 'review',
  message: '{node} answers queries of any depth and cost for any caller.',
  variants: { question: 'Does {node} refuse a query that is too deep or costs too much?' },
  why: 'One query can fetch friends of friends of friends. It counts as one request and causes thousands behind it.',
  fix: 'Limit the depth and the cost of a query and the length of lists, or let in only queries that are known.',
  source: {
    text: 'GraphQL documentation, Security: demand control',
    url: 'https://graphql.org/learn/security/',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const part of partsOf(context.design).all) {
      const { node } = part;
      if (!answersGraphql(part) || isExternal(node) || !isModelled(node) || node.behaviour === 'source')
        continue;
      if (!isPublic(context, part)) continue;
      hits.push({ target: node.id, values: { node: { part: node.id } } });
    }
    return questionHits(context, 'unbounded-graphql', hits);
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Answered with yes',
          design: sketch(kinds, 'page -> graph -> api', {
            flows,
            system: { practices: { 'unbounded-graphql': { answer: 'yes' } } },
          }),
        },
        {
          title: 'Called by a scheduler only',
          design: sketch(
            { clock: 'scheduler', graph: 'graphql-gateway', api: 'service' },
            'clock -> graph -> api',
            {
              flows: { reports: { entry: 'clock', rps: 1 } },
            },
          ),
        },
        {
          title: 'REST',
          design: sketch({ page: 'web-app', api: 'service' }, 'page -> api', { flows }),
        },
      ],
      invalid: [
        {
          title: 'A graph before the services',
          target: '*',
          design: sketch(kinds, 'page -> graph -> api', { flows }),
        },
        {
          title: 'A GraphQL service, answered no',
          target: 'api',
          design: sketch({ page: 'web-app', api: 'service' }, 'page -> api', {
            flows,
            edges: { 'page -> api': { protocol: 'graphql' } },
            system: { practices: { 'unbounded-graphql': { answer: 'no' } } },
          }),
        },
      ],
    };
  },
};

/** The gateway of a graph, or another callee of GraphQL that does not only forward it. */
function answersGraphql({ node, callers }: Part): boolean {
  if (node.kind.id === 'graphql-gateway') return true;
  return isOwnCode(node) && callers.some(({ edge, isLive }) => isLive && /^graphql$/i.test(edge.protocol));
}

function isPublic({ design }: RuleContext, part: Part): boolean {
  const { byId } = partsOf(design);
  return flowsAtPart(design, part).some(({ flow }) => {
    const entry = byId.get(flow.entry);
    return entry !== undefined && isPublicSource(entry.node);
  });
}
