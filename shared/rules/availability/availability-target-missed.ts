import type { FlowFigures, LayerFigures, NodeFigures, TargetFigures } from '../../analysis/analysis';
import { meetsAvailability } from '../../math/availability';
import { budgetMonthSeconds } from '../../math/downtime';
import { words } from '../../math/message';
import { layerNames } from '../../model/term-names';
import { figuresOf, graphOf } from '../facts/graph';
import { type FlowPaths, pathsOf } from '../facts/paths';
import { hasRefusalError } from '../facts/refusals';
import { brokenBy, hasWeakSpot, narrowPlacesOf } from '../facts/weak-spots';
import { weakestLink } from '../facts/weakest-link';
import { addRedundancy } from '../fixes/add-redundancy';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/**
 * SPOF-05, for flows, nodes and layers. Silent where a single server, a single zone or a saturated station is the finding. The target of
 * the whole design is that of each flow without one of its own.
 */
export const availabilityTargetMissed: Rule = {
  id: 'availability-target-missed',
  code: 'SPOF-05',
  title: 'Availability target missed',
  severity: 'error',
  stage: 'broken',
  message:
    'Availability of {part} is {actual}; its target is {target}: {short} in a month of 30 days too little.',
  variants: {
    weakest:
      'Availability of {part} is {actual}; its target is {target}: {short} in a month of 30 days too little. {weakest} causes {share} of the failures, the most.',
    refused:
      'Availability of {part} is {actual} by its components, but {node} refuses so much that {served} of the requests are served; its target is {target}.',
    layer:
      'Availability of the {layer} layer is {actual}; its target is {target}: {short} in a month of 30 days too little.',
  },
  why: 'What a request needs in turn multiplies: each component lowers the availability of the whole, however good it is by itself.',
  fix: 'Select the weakest component, or the region around it, and choose “Add a stand-in”. Or make it optional, or take it out of the synchronous path with a queue.',
  fixes: {
    'add-redundancy':
      'Add {added, plural, one {# server where it helps most: it brings} other {# servers, each where it helps most: they bring}} {part} to its target.',
  },
  source: {
    text: 'Treynor et al., The Calculus of Service Availability, ACM Queue 15(2), 2017',
    url: 'https://queue.acm.org/detail.cfm?id=3096459',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { analysis, design } = context;
    if (analysis === null) return [];
    const paths = pathsOf(design);
    const hits: Hit[] = [];
    for (const flow of analysis.flows) {
      const missed = missedBy(flow.targets);
      const of = missed && paths.find((one) => one.flow.id === flow.id);
      if (missed !== null && of) for (const hit of flowHits(context, flow, of, missed)) hits.push(hit);
    }
    for (const node of analysis.nodes)
      if (node.targets.length > 0) for (const hit of nodeHits(node)) hits.push(hit);
    for (const layer of analysis.layers) for (const hit of layerHits(context, layer)) hits.push(hit);
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two servers are enough for three nines',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.999 } } },
          }),
        },
        {
          title: 'One server alone, which is the finding',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.9999 } } },
            config: { api: { replicas: 1 } },
          }),
        },
        {
          title: 'It can do without what is down often',
          design: sketch({ user: 'client', api: 'service', prices: 'service' }, 'user -> api -> prices', {
            flows: { reads: { targets: { availability: 0.9999 } } },
            config: { api: { replicas: 3 }, prices: { instanceAvailability: 0.9 } },
            edges: { 'api -> prices': { optional: true } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Five nines from two servers',
          target: 'reads',
          // One of two does for 1 000 rps: 1 − 0.005² = 0.999975.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.99999 } } },
            config: { api: { instanceAvailability: 0.995 } },
          }),
        },
        {
          title: 'Four services in turn, each good enough by itself',
          target: 'reads',
          // (1 − 0.005²)⁴ = 0.9999.
          design: sketch(
            { user: 'client', a: 'service', b: 'service', c: 'service', db: 'sql-database' },
            'user -> a -> b -> c -> db',
            {
              flows: { reads: { targets: { availability: 0.99995 } } },
              config: Object.fromEntries(
                ['a', 'b', 'c', 'db'].map((id) => [id, { instanceAvailability: 0.995 }]),
              ),
            },
          ),
        },
        {
          title: 'A service with a target of its own',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            nodes: { api: { targets: { availability: 0.99999 } } },
            config: { api: { instanceAvailability: 0.995 } },
          }),
        },
      ],
    };
  },
};

type Missed = TargetFigures & { readonly actual: number };

function missedBy(targets: readonly TargetFigures[]): Missed | null {
  const missed = targets.find(({ metric, met }) => metric === 'availability' && !met);
  return missed === undefined || missed.actual === null ? null : { ...missed, actual: missed.actual };
}

const shortfall = ({ actual, target }: Missed) => ({
  actual: { availability: actual },
  target: { share: target },
  short: { seconds: (target - actual) * budgetMonthSeconds },
});

function flowHits(context: RuleContext, flow: FlowFigures, paths: FlowPaths, missed: Missed): readonly Hit[] {
  const figures = figuresOf(context.analysis);
  // A saturated station that the request waits for is the finding; one behind a queue bears on no request.
  if (paths.awaited.parts.some(({ node }) => figures.get(node.id)?.saturated === true)) return [];
  if (hasWeakSpot(context.design, paths)) return [];
  const part = { part: flow.id };
  if (meetsAvailability(missed.actual, missed.target)) return refusedHits(context, flow, paths, missed);
  const values = { part, ...shortfall(missed) };
  const quickFix = addRedundancy(context, paths.flow, missed.actual, missed.target);
  const fix = quickFix === null ? {} : { quickFix };
  const weakest = weakestLink(context, paths);
  if (weakest === null) return [{ target: flow.id, values, ...fix }];
  const share = Math.min(1, (1 - weakest.availability) / (1 - missed.actual));
  const named = { ...values, weakest: weakest.part, share: { share } };
  return [{ target: flow.id, values: named, variant: 'weakest', ...fix }];
}

/** Components that are there, and a queue limit that refuses too many. */
function refusedHits(
  context: RuleContext,
  flow: FlowFigures,
  paths: FlowPaths,
  missed: Missed,
): readonly Hit[] {
  const { analysis, design } = context;
  if (meetsAvailability(flow.servedShare * missed.actual, missed.target)) return [];
  // A node that refuses too much by itself is the finding.
  if (hasRefusalError(context, paths.awaited.parts)) return [];
  const figures = figuresOf(analysis);
  let node = '';
  let most = 0;
  for (const {
    node: { id },
  } of paths.awaited.parts) {
    const { refused = 0, offeredRps, capacityRps } = figures.get(id) ?? {};
    // Whatever is offered more than it carries is a finding of its own.
    if (offeredRps != null && capacityRps != null && offeredRps >= capacityRps) return [];
    if (refused > most) {
      node = id;
      most = refused;
    }
  }
  if (!graphOf(design).nodes.has(node)) return [];
  const values = {
    part: { part: flow.id },
    ...shortfall(missed),
    node: { part: node },
    served: { share: flow.servedShare },
  };
  return [{ target: flow.id, values, variant: 'refused' }];
}

function nodeHits({ id, targets }: NodeFigures): readonly Hit[] {
  const missed = missedBy(targets);
  return missed === null ? [] : [{ target: id, values: { part: { part: id }, ...shortfall(missed) } }];
}

function layerHits({ design }: RuleContext, { id, targets }: LayerFigures): readonly Hit[] {
  const missed = missedBy(targets);
  if (missed === null) return [];
  const narrow = narrowPlacesOf(design);
  const isKnown = design.nodes.some(
    (node) => node.layer === id && (narrow.has(node.id) || brokenBy(design, node) !== undefined),
  );
  return isKnown
    ? []
    : [{ target: '*', variant: 'layer', values: { layer: words(layerNames[id]), ...shortfall(missed) } }];
}
