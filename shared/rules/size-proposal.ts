import type { AnalysisError, AnalysisResult } from '../analysis/analysis';
import { analyze } from '../analysis/analyze';
import { targetedParts } from '../analysis/sizing/shortfall';
import type { Unmet } from '../analysis/sizing/size';
import { resolve } from '../catalog/resolve';
import type { ResolvedDesign } from '../catalog/resolved';
import { afterWhatIf } from '../edits/what-if';
import type { Change } from '../model/changes';
import { lockedParts } from '../model/locked';
import { type Design, nodesOf } from '../model/schema';
import { ruleOf } from './index';
import { type HeldBack, sizeSoundly } from './sized';

/** One setting that would be another. */
export interface SizeChange {
  readonly part: string;
  readonly field: string;
  readonly before: number;
  readonly after: number;
}

/** A target before and after: `part` is a flow, node or layer, `totals` the whole design. */
export interface ComparedTarget {
  readonly part: string;
  readonly metric: string;
  readonly target: number;
  readonly before: SideOfTarget;
  readonly after: SideOfTarget;
}

interface SideOfTarget {
  readonly actual: number | null;
  readonly met: boolean;
}

/** A finding that cheaper sizes of some parts would raise: they are left out. */
export interface HeldFinding {
  readonly rule: string;
  readonly title: string;
  readonly target: string;
  readonly parts: readonly string[];
}

/** Sizes as they are proposed to a person, with what they would change. */
export interface SizeProposal {
  readonly changes: readonly Change[];
  readonly settings: readonly SizeChange[];
  readonly costBeforeUsd: number | null;
  readonly costAfterUsd: number | null;
  readonly targets: readonly ComparedTarget[];
  /** What no size meets, with the reason. */
  readonly unmet: readonly Unmet[];
  readonly heldBack: readonly HeldFinding[];
  /** Locked components: they stay as they are. */
  readonly locked: readonly string[];
}

export type SizeProposalResult =
  | { readonly ok: true; readonly proposal: SizeProposal }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };

/**
 * The cheapest sizes that meet the targets of a design at `load` times its rates and raise no finding that was not there, with
 * what they change. `onCompared` is called for each set of sizes that is analysed.
 */
export function proposeSizes(design: Design, load: number, onCompared?: () => void): SizeProposalResult {
  const loaded = load === 1 ? design : afterWhatIf(design, { kind: 'load', factor: load });
  const result = sizeSoundly(loaded, onCompared, design);
  if (!result.ok) return result;
  const { sizing, heldBack } = result;
  const resolved = resolve(loaded);
  const [before, after] = [analyze(resolved), analyze(resolve(sizing.design))];
  if (!before.ok) return before;
  const locked = lockedParts(design);
  return {
    ok: true,
    proposal: {
      changes: sizing.changes,
      settings: settingsOf(resolved, sizing.changes),
      costBeforeUsd: before.analysis.totals.monthlyCostUsd,
      costAfterUsd: sizing.monthlyCostUsd,
      targets: targetsBetween(before, after),
      unmet: sizing.unmet,
      heldBack: byFinding(heldBack),
      locked: nodesOf(design).flatMap(({ id }) => (locked.has(id) ? [id] : [])),
    },
  };
}

function byFinding(heldBack: readonly HeldBack[]): readonly HeldFinding[] {
  const found = new Map<string, HeldFinding>();
  for (const { part, rule, target } of heldBack) {
    const key = `${rule} ${target}`;
    const parts = [...(found.get(key)?.parts ?? []), part];
    found.set(key, { rule, title: ruleOf(rule)?.title ?? rule, target, parts });
  }
  return [...found.values()];
}

function settingsOf({ nodes }: ResolvedDesign, changes: readonly Change[]): readonly SizeChange[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return changes.flatMap((change) => {
    const config = change.op === 'patch-config' ? byId.get(change.id)?.config : undefined;
    if (change.op !== 'patch-config' || config === undefined) return [];
    const known: Readonly<Record<string, unknown>> = { ...config.other, ...config };
    return Object.entries(change.patch).flatMap(([field, after]) => {
      const before = known[field];
      return typeof before === 'number' && typeof after === 'number'
        ? [{ part: change.id, field, before, after }]
        : [];
    });
  });
}

function targetsBetween(before: AnalysisResult, after: AnalysisResult): readonly ComparedTarget[] {
  if (!before.ok || !after.ok) return [];
  const afterwards = new Map(
    targetedParts(after.analysis).flatMap(({ id, targets }) =>
      targets.map((of) => [`${id} ${of.metric}`, of] as const),
    ),
  );
  return targetedParts(before.analysis).flatMap(({ id, targets }) =>
    targets.flatMap(({ metric, target, actual, met }) => {
      const then = afterwards.get(`${id} ${metric}`);
      if (then === undefined) return [];
      const sides = { before: { actual, met }, after: { actual: then.actual, met: then.met } };
      return [{ part: id, metric, target, ...sides }];
    }),
  );
}
