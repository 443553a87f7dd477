import { meetsAvailability } from '../../math/availability';
import type { RuleContext } from '../rule';
import { figuresOf } from './graph';
import { type Part, partsOf } from './parts';
import { strictestFlowAt } from './weak-spots';

/** Of Poisson arrivals every limited queue refuses some; fewer than one in a thousand are noticed by nobody. */
const leastNoticed = 1e-3;
/** What nobody may lose, whether or not a flow has a target: one request in a hundred. */
const mostLost = 0.01;

/** What the queue limit of a node refuses at the load that is declared. */
export interface Refusal {
  /** Share of what arrives, retries included. */
  readonly refused: number;
  /** Share of the calls, at the caller that loses most, that fail after all their retries. */
  readonly lost: number;
  /** More is lost than one in a hundred, or than the strictest availability target of the flows that need the node allows. */
  readonly isError: boolean;
}

/** The refusals of a node that are worth a finding; null where there are none or hardly any. */
export function refusalAt(context: RuleContext, part: Part): Refusal | null {
  const { node, callers } = part;
  const refused = figuresOf(context.analysis).get(node.id)?.refused ?? 0;
  // What is over a rate limit or a quota is a finding of its own.
  if (refused <= 0 || node.config.queueLimit === null) return null;
  const isEntry = context.design.flows.some(({ entry }) => entry === node.id);
  const lost = callers.reduce(
    (most, { edge, isLive }) => (isLive ? Math.max(most, refused ** (edge.retries + 1)) : most),
    isEntry ? refused : 0,
  );
  const target = strictestFlowAt(context.design, node.id)?.targets.availability;
  const isError = lost >= mostLost || (target !== undefined && !meetsAvailability(1 - lost, target));
  return isError || refused >= leastNoticed ? { refused, lost, isError } : null;
}

/** Whether refusals are an error at one of the nodes, which is then the finding. */
export const hasRefusalError = (context: RuleContext, nodes: readonly Part[]): boolean =>
  nodes.some((part) => refusalAt(context, part)?.isError === true);

/** Each node with what it refuses, in the document's order. */
export function refusalsIn(context: RuleContext): readonly (readonly [Part, Refusal])[] {
  if (context.analysis === null || !context.analysis.nodes.some(({ refused }) => refused > 0)) return [];
  return partsOf(context.design).all.flatMap((part): readonly (readonly [Part, Refusal])[] => {
    const refusal = refusalAt(context, part);
    return refusal === null ? [] : [[part, refusal]];
  });
}
