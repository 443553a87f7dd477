import type { Analysis } from '../analysis/analysis';
import { analyze } from '../analysis/analyze';
import { noLimits, type SizeLimits } from '../analysis/sizing/limits';
import { type SizeResult, type Sizing, size } from '../analysis/sizing/size';
import { resolve } from '../catalog/resolve';
import { lockedParts } from '../model/locked';
import { type Design, edgesOf, nodesOf } from '../model/schema';
import { evaluateRules } from './evaluate';
import type { Finding } from './rule';

/** A part that was not given the cheapest size, because that would raise a finding that was not there. */
export interface HeldBack {
  readonly part: string;
  /** The rule that would report it, by its id, and the part on which it would. */
  readonly rule: string;
  readonly target: string;
}

export type SoundResult =
  | { readonly ok: true; readonly sizing: Sizing; readonly heldBack: readonly HeldBack[] }
  | Extract<SizeResult, { ok: false }>;

/**
 * The cheapest sizes, as `size` finds them, that raise no finding that was not there: parts on which one would be raised get no
 * less than they have, and where that does not help they stay as they are. Locked parts stay as they are too.
 * `onCompared` is called for each set of sizes that is analysed; `asWritten` is the design at its own rates, where `design` is it at
 * another load: what is found in either was there.
 */
export function sizeSoundly(
  design: Design,
  onCompared?: () => void,
  asWritten: Design = design,
): SoundResult {
  const given = found(design);
  const written = asWritten === design ? [] : found(asWritten).findings;
  const before = new Set([...given.findings, ...written].map(keyOf));
  const heldBack = new Map<string, HeldBack>();
  let limits: SizeLimits = { ...noLimits, kept: lockedParts(design) };
  for (;;) {
    const result = size(design, limits, onCompared);
    if (!result.ok) return result;
    const sized = found(result.sizing.design);
    const enlarged = enlargedParts(design, result.sizing);
    const isHidden = ({ target }: Finding): boolean => enlarged(target) && getsMore(target, given, sized);
    const raised = sized.findings.filter((finding) => !before.has(keyOf(finding)) && !isHidden(finding));
    if (raised.length === 0) return { ...result, heldBack: [...heldBack.values()] };
    const parts = blamed(result.sizing, raised);
    for (const held of raised.flatMap((finding) => heldBy(finding, parts, design)))
      heldBack.set(`${held.part} ${held.rule} ${held.target}`, held);
    limits = narrowed(limits, parts);
  }
}

const keyOf = ({ rule, target }: Finding): string => `${rule} ${target}`;

interface Found {
  readonly analysis: Analysis | null;
  readonly findings: readonly Finding[];
}

function found(written: Design): Found {
  const design = resolve(written);
  const result = analyze(design);
  const analysis = result.ok ? result.analysis : null;
  const { findings } = evaluateRules({ design, analysis, errors: result.ok ? [] : result.errors });
  return { analysis, findings };
}

/**
 * Whether a part gets more than it did: an overload before it kept that away, and what is found now was hidden by the overload. Held
 * against the sizes that end the overload, it would keep the design overloaded.
 */
function getsMore(part: string, before: Found, after: Found): boolean {
  const offered = ({ analysis }: Found): number =>
    analysis?.nodes.find(({ id }) => id === part)?.offeredRps ?? 0;
  return offered(after) > offered(before) * (1 + 1e-9);
}

/** Tells whether a part has no less of anything than in the design. */
function enlargedParts(design: Design, { changes }: Sizing): (part: string) => boolean {
  const nodes = new Map(resolve(design).nodes.map((node) => [node.id, node]));
  return (part) =>
    changes.every((change) => {
      const config = change.op === 'patch-config' && change.id === part ? nodes.get(part)?.config : undefined;
      if (change.op !== 'patch-config' || config === undefined) return true;
      const own: Readonly<Record<string, unknown>> = { ...config.other, ...config };
      return Object.entries(change.patch).every(([field, after]) => Number(after) >= Number(own[field]));
    });
}

/** The parts whose new sizes raise findings: those that they are on, else every part with a new size. */
function blamed({ changes, design }: Sizing, raised: readonly Finding[]): readonly string[] {
  const changed = changes.flatMap((change) => (change.op === 'patch-config' ? [change.id] : []));
  const named = new Set(raised.flatMap(({ target }) => [target, ...endsOf(design, target)]));
  const own = changed.filter((id) => named.has(id));
  if (own.length > 0) return own;
  return changed.length > 0 ? changed : nodesOf(design).map(({ id }) => id);
}

function endsOf(design: Design, id: string): readonly string[] {
  const edge = edgesOf(design).find((item) => item.id === id);
  return edge === undefined ? [] : [edge.from, edge.to];
}

/** Those of the blamed parts that a finding is on; all of them where it is on none, as one of a flow is. */
function heldBy({ rule, target }: Finding, parts: readonly string[], design: Design): readonly HeldBack[] {
  const named = new Set([target, ...endsOf(design, target)]);
  const own = parts.filter((part) => named.has(part));
  return (own.length > 0 ? own : parts).map((part) => ({ part, rule, target }));
}

/** Each part gets no less than it has, and a part that is blamed again stays as it is. */
function narrowed({ notLess, kept, beyondReach }: SizeLimits, parts: readonly string[]): SizeLimits {
  return {
    kept: new Set([...kept, ...parts.filter((id) => notLess.has(id))]),
    notLess: new Set([...notLess, ...parts]),
    beyondReach,
  };
}
