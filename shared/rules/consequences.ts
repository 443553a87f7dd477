import type { Analysis, FlowFigures, TargetFigures } from '../analysis/analysis';
import { type Analyzer, createAnalyzer } from '../analysis/analyzer';
import { type TargetedPart, targetedParts } from '../analysis/sizing/shortfall';
import { survives } from '../analysis/targets';
import { type WhatIf, whatIfAll } from '../edits/what-if';
import type { Message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import type { Design } from '../model/schema';

/** What is compared of a flow. */
export type FlowState = Pick<
  FlowFigures,
  'id' | 'saturated' | 'servedShare' | 'p99Ms' | 'availability' | 'usdPerMillionRequests' | 'targets'
> & { readonly survives: boolean };

/** A design at one time: as it is, or while events last. */
export interface DesignState {
  readonly flows: readonly FlowState[];
  readonly availability: number | null;
  readonly monthlyCostUsd: number | null;
  /** Targets of all parts but the flows: nodes, layers, and the whole design as `totals`. */
  readonly otherTargets: readonly TargetedPart[];
}

/** What events do to a design. */
export interface Consequences {
  readonly now: DesignState;
  readonly after: DesignState;
  /** Components that no longer answer, in the order of the design. */
  readonly down: readonly string[];
  /** Components with other settings that still answer: fewer replicas, longer times, no hits. */
  readonly weakened: readonly string[];
  /** Components that are overloaded only while the events last. */
  readonly overloaded: readonly string[];
}

export type ConsequencesResult =
  | { readonly ok: true; readonly consequences: Consequences }
  /** An event that cannot happen to this design; null where the design has no figures. */
  | { readonly ok: false; readonly reason: Message | null };

/** The figures of a design now and while events last, both at the same load. */
export function consequencesOf(
  design: Design,
  events: readonly WhatIf[],
  load = 1,
  analyzer: Analyzer = createAnalyzer(),
): ConsequencesResult {
  const result = whatIfAll(design, events);
  if (!result.ok) return result;
  const { changes } = result.edit;
  const [now, after] = [design, applyChanges(design, changes)].map((one) =>
    analyzer.analyze(analyzer.resolveCopy(one), { load }),
  );
  if (!now?.ok || !after?.ok) return { ok: false, reason: null };
  const down = downIn(changes);
  const changed = new Set(changes.flatMap((change) => (change.op === 'patch-config' ? [change.id] : [])));
  const wasSaturated = new Set(saturatedIn(now.analysis));
  const inOrder = now.analysis.nodes.map(({ id }) => id);
  return {
    ok: true,
    consequences: {
      now: stateOf(now.analysis),
      after: stateOf(after.analysis),
      down: inOrder.filter((id) => down.has(id)),
      weakened: inOrder.filter((id) => changed.has(id) && !down.has(id)),
      overloaded: saturatedIn(after.analysis).filter((id) => !wasSaturated.has(id) && !down.has(id)),
    },
  };
}

const downIn = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) =>
      change.op === 'patch-config' && change.patch.instanceAvailability === 0 ? [change.id] : [],
    ),
  );

const saturatedIn = ({ nodes }: Analysis): readonly string[] =>
  nodes.flatMap(({ id, saturated }) => (saturated ? [id] : []));

function stateOf(analysis: Analysis): DesignState {
  const flows = new Set(analysis.flows.map(({ id }) => id));
  return {
    flows: analysis.flows.map((flow) => {
      const { id, saturated, servedShare, p99Ms, availability, usdPerMillionRequests, targets } = flow;
      const shown = { id, saturated, servedShare, p99Ms, availability, usdPerMillionRequests, targets };
      return { ...shown, survives: survives(flow) };
    }),
    availability: analysis.totals.availability,
    monthlyCostUsd: analysis.totals.monthlyCostUsd,
    otherTargets: targetedParts(analysis).filter(({ id, targets }) => !flows.has(id) && targets.length > 0),
  };
}

/** How many of some targets are met, of how many. */
export const metOf = (targets: readonly TargetFigures[]): { readonly met: number; readonly all: number } => ({
  met: targets.filter(({ met }) => met).length,
  all: targets.length,
});
