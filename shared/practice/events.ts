import type { NodeFigures } from '../analysis/analysis';
import { analyze } from '../analysis/analyze';
import { survives } from '../analysis/targets';
import { resolvedOf } from '../catalog/resolved-index';
import { type EditResult, edited } from '../edits/edit';
import { type WhatIf, whatIf } from '../edits/what-if';
import { type Message, message } from '../math/message';
import { applyChanges } from '../model/apply';
import { type Design, nodesOf } from '../model/schema';
import type { FollowUp, PracticeEvent, Problem } from './problem';
import { workingParts } from './reach';

/** What a follow-up does to a design. */
export interface Outcome {
  readonly design: Design;
  /** The components that it takes down, slows or empties; empty where the load alone is another. */
  readonly parts: readonly string[];
  /** Flows of which not everything is served any more. */
  readonly failing: readonly string[];
}

/**
 * The event of a follow-up, as an edit of this design: a role is the busiest of its components that carries traffic, a zone the one
 * whose loss costs the most flows. Refused where the design has no such part, and says which.
 */
export function eventEdit(problem: Problem, design: Design, followUp: FollowUp): EditResult {
  const found = eventOn(problem, design, followUp.event);
  if (!found.ok) return found;
  const result = whatIf(design, found.event);
  if (!result.ok) return result;
  return edited(message('Follow-up: {title}', { title: followUp.title }), result.edit.changes, {
    select: partsOf(found.event),
  });
}

/** The design after a follow-up and which flows it fails; null where the design has nothing that the event could happen to. */
export function afterEvent(problem: Problem, design: Design, followUp: FollowUp): Outcome | null {
  const found = eventOn(problem, design, followUp.event);
  if (!found.ok) return null;
  const result = whatIf(design, found.event);
  if (!result.ok) return null;
  const after = applyChanges(design, result.edit.changes);
  return { design: after, parts: partsOf(found.event), failing: failingFlows(after) };
}

const partsOf = (event: WhatIf): readonly string[] =>
  'node' in event && event.node !== undefined ? [event.node] : [];

/** Flows that lose requests to saturation or refusals, or cannot succeed at all. Every flow where the design has no figures. */
export function failingFlows(design: Design): readonly string[] {
  const result = analyze(resolvedOf(design).design, { percentiles: false, limits: false });
  if (!result.ok) return resolvedOf(design).design.flows.map(({ id }) => id);
  return result.analysis.flows.filter((flow) => !survives(flow)).map(({ id }) => id);
}

type Found = { readonly ok: true; readonly event: WhatIf } | { readonly ok: false; readonly reason: Message };

function eventOn(problem: Problem, design: Design, event: PracticeEvent): Found {
  switch (event.kind) {
    case 'load':
      return { ok: true, event };
    case 'growth':
      return { ok: true, event: { ...event, ...growthOf(problem, design) } };
    case 'cache-lost':
      return { ok: true, event };
    case 'zone-down':
      return { ok: true, event: { kind: 'zone-down', zone: worstZone(design) } };
    case 'down':
      return onRole(problem, design, event.role, (node) => ({
        kind: event.all === true ? 'node-down' : 'replica-lost',
        node,
      }));
    case 'slow':
      return onRole(problem, design, event.role, (node) => ({ kind: 'slow', node, factor: event.factor }));
  }
}

/** The growth that the problem's reference plans for, which a candidate may have left out. */
function growthOf({ reference }: Problem, design: Design): { readonly annualGrowth?: number } {
  const growth = reference.system.workload?.annualGrowth ?? design.system.workload?.annualGrowth;
  return growth === undefined ? {} : { annualGrowth: growth };
}

function onRole(problem: Problem, design: Design, roleId: string, eventAt: (node: string) => WhatIf): Found {
  const role = problem.roles.find(({ id }) => id === roleId);
  const busiest = role === undefined ? null : busiestOf(design, role.kinds);
  if (busiest !== null) return { ok: true, event: eventAt(busiest) };
  const reason = message('The design has no {role} that carries traffic.', { role: role?.title ?? roleId });
  return { ok: false, reason };
}

/** The component of these kinds that carries traffic and has the most of it. */
function busiestOf(design: Design, kinds: readonly string[]): string | null {
  const working = workingParts(design);
  const ofKind = new Set(nodesOf(design).flatMap(({ id, kind }) => (kinds.includes(kind) ? [id] : [])));
  const figures = (working.analysis?.nodes ?? []).filter(({ id }) => ofKind.has(id) && working.nodes.has(id));
  return mostOffered(figures)?.id ?? null;
}

const mostOffered = (figures: readonly NodeFigures[]): NodeFigures | null =>
  figures.reduce<NodeFigures | null>(
    (most, of) => (most === null || (of.offeredRps ?? 0) > (most.offeredRps ?? 0) ? of : most),
    null,
  );

/** The zone whose loss fails the most flows; null is the one of all that is in none that is drawn. */
function worstZone(design: Design): string | null {
  const zones = resolvedOf(design).design.groups.filter(({ kind }) => kind === 'zone');
  const losses = [null, ...zones.map(({ id }) => id)].map((zone) => {
    const result = whatIf(design, { kind: 'zone-down', zone });
    const after = result.ok ? applyChanges(design, result.edit.changes) : design;
    return { zone, failing: failingFlows(after).length };
  });
  return losses.reduce((worst, of) => (of.failing > worst.failing ? of : worst)).zone;
}
