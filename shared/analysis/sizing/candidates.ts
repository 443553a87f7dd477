import { resolve } from '../../catalog/resolve';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { type Design, groupsOf, type Node, nodesOf } from '../../model/schema';
import type { Analysis } from '../analysis';
import { type Analyzer, createAnalyzer } from '../analyzer';
import { limitedSettings, noLimits, type SizeLimits } from './limits';
import { isPercentile, type Shortfall, shortfallKey, shortfallsOf, totalDistance } from './shortfall';
import { type Step, settingOf, sizes, withSettings } from './steps';

/** What a design misses, and how far off it is in all. */
export interface Missing {
  readonly shortfalls: readonly Shortfall[];
  readonly distance: number;
}

/** A design in certain sizes. Percentiles take longest, and most sizes are compared without them. */
export interface Candidate {
  readonly resolved: ResolvedDesign;
  /** Its figures without percentiles. */
  readonly analysis: Analysis;
  readonly costUsd: number;
  /** What it misses whatever its percentiles are; those of a flow that has no mean are missed too. */
  readonly sure: Missing;
  /** All that it misses; the percentiles are worked out when they are first read. */
  readonly missing: () => Missing;
}

/** The sizes of one design. */
export interface Candidates {
  /** As it is; null where it has no figures. */
  readonly given: Candidate | null;
  /** Another with some settings changed. */
  readonly after: (from: Candidate, steps: readonly Step[]) => Candidate | null;
  /** The design in the sizes of a candidate. */
  readonly designOf: (candidate: Candidate) => Design;
}

/** Larger designs are searched only where it is likeliest to help, and grow from what they are. */
export const mostSearched = 24;

/** Distances and dollars that differ by less are equal: nobody pays for a target that is out of reach to come a hair nearer. */
export const equalWithin = 1e-4;

const nothing = (): void => undefined;

/** Judges the sizes of a design, each only once; between them only the nodes that change are resolved. */
export function candidatesOf(
  design: Design,
  limits: SizeLimits = noLimits,
  onCompared: () => void = nothing,
): Candidates {
  const original = resolve(design);
  const needsPercentiles = asksForPercentiles(original);
  const isKept = original.nodes.length <= mostSearched;
  const known = new Map<string, Candidate | null>();
  const judge = {
    needsPercentiles,
    needsLimits: asksForHeadroom(original),
    analyzer: createAnalyzer(),
    beyondReach: limits.beyondReach,
  };
  const nodeAt = sizedNodes(design, original);
  const allowed = limitedSettings(original, limits);

  const judgedAnew = (nodes: readonly ResolvedNode[]): Candidate | null => {
    onCompared();
    return candidateOf({ ...original, nodes }, judge);
  };
  const judged = (nodes: readonly ResolvedNode[]): Candidate | null => {
    if (!isKept) return judgedAnew(nodes);
    const key = nodes.map(settingsKey).join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = judgedAnew(nodes);
    known.set(key, made);
    return made;
  };

  return {
    given: judged(original.nodes),
    after: ({ resolved }, steps) =>
      judged(
        resolved.nodes.map((node, i) => {
          const own = steps
            .filter((step) => step.node === node.id)
            .map((step) => ({ ...step, value: allowed(i, step.size, step.value) }));
          return own.length === 0 ? node : nodeAt(i, node, own);
        }),
      ),
    designOf: ({ resolved }) => ({
      ...design,
      system: {
        ...design.system,
        nodes: nodesOf(design).map((node, i) =>
          sizedLike(node, original.nodes[i] as ResolvedNode, resolved.nodes[i] as ResolvedNode),
        ),
      },
    }),
  };
}

const settingsKey = (node: ResolvedNode): string => sizes.map((size) => settingOf(node, size)).join();

/** The written node with the settings in which two resolved ones differ. */
function sizedLike(written: Node, was: ResolvedNode, is: ResolvedNode): Node {
  const changed = sizes.filter((size) => settingOf(was, size) !== settingOf(is, size));
  return withSettings(
    written,
    changed.map((size) => ({ node: written.id, size, value: settingOf(is, size) })),
  );
}

/** Resolves each node in each of its settings once: a size bears on nothing but the node's own configuration. */
function sizedNodes(design: Design, original: ResolvedDesign) {
  const known = original.nodes.map((node) => new Map([[settingsKey(node), node]]));
  const written = nodesOf(design);
  const alone = { ...design, system: { ...design.system, groups: groupsOf(design), edges: [], flows: [] } };
  return (i: number, node: ResolvedNode, steps: readonly Step[]): ResolvedNode => {
    const key = sizes
      .map((size) => steps.findLast((step) => step.size === size)?.value ?? settingOf(node, size))
      .join();
    const found = known[i]?.get(key);
    if (found !== undefined) return found;
    const base = sizedLike(written[i] as Node, original.nodes[i] as ResolvedNode, node);
    const sized = withSettings(base, steps);
    const made = resolve({ ...alone, system: { ...alone.system, nodes: [sized] } }).nodes[0] ?? node;
    known[i]?.set(key, made);
    return made;
  };
}

/** Whether percentiles are needed, and what analyses the sizes one after the other. */
interface Judge {
  readonly needsPercentiles: boolean;
  /** Whether the greatest rates are: they take as long as many analyses. */
  readonly needsLimits: boolean;
  readonly analyzer: Analyzer;
  readonly beyondReach: ReadonlySet<string>;
}

function candidateOf(resolved: ResolvedDesign, judge: Judge): Candidate | null {
  const { needsPercentiles, needsLimits, analyzer, beyondReach } = judge;
  const result = analyzer.analyze(resolved, { percentiles: false, limits: needsLimits });
  if (!result.ok) return null;
  const { analysis } = result;
  const endless = new Set(analysis.flows.filter(({ meanMs }) => meanMs === null).map(({ id }) => id));
  const sure = missingOf(
    within(shortfallsOf(analysis, resolved), beyondReach).filter(
      ({ part, metric }) => !isPercentile(metric) || endless.has(part),
    ),
  );
  let whole: Missing | null = needsPercentiles ? null : sure;
  return {
    resolved,
    analysis,
    costUsd: analysis.totals.monthlyCostUsd ?? 0,
    sure,
    missing() {
      if (whole !== null) return whole;
      const full = analyzer.analyze(resolved, { limits: needsLimits });
      whole = full.ok ? missingOf(within(shortfallsOf(full.analysis, resolved), beyondReach)) : sure;
      return whole;
    },
  };
}

const within = (shortfalls: readonly Shortfall[], beyondReach: ReadonlySet<string>): readonly Shortfall[] =>
  beyondReach.size === 0 ? shortfalls : shortfalls.filter((of) => !beyondReach.has(shortfallKey(of)));

const missingOf = (shortfalls: readonly Shortfall[]): Missing => ({
  shortfalls,
  distance: totalDistance(shortfalls),
});

/** Whether a flow has to have headroom. */
const asksForHeadroom = ({ flows, targets }: ResolvedDesign): boolean =>
  [targets, ...flows.map((flow) => flow.targets)].some((of) => 'headroom' in of);

/** Whether a target of the design is a percentile. */
export function asksForPercentiles({ flows, nodes, targets }: ResolvedDesign): boolean {
  const all = [
    ...flows.map((flow) => flow.targets),
    ...nodes.map((node) => node.targets),
    targets,
    ...Object.values(targets.layers ?? {}),
  ];
  return all.some((of) => Object.keys(of).some(isPercentile));
}

/** Whether a candidate misses less than another, or no more for less. */
export function isBetter(a: Candidate, b: Candidate): boolean {
  return maybeBetter(a, b) && isLess(a, a.missing(), b);
}

/** False where a candidate cannot be better whatever its percentiles are, for they only add to what is missing. */
export const maybeBetter = (a: Candidate, b: Candidate): boolean => isLess(a, a.sure, b);

function isLess({ costUsd }: Candidate, { shortfalls, distance }: Missing, b: Candidate): boolean {
  const other = b.missing();
  if (shortfalls.length !== other.shortfalls.length) return shortfalls.length < other.shortfalls.length;
  if (Math.abs(distance - other.distance) > equalWithin) return distance < other.distance;
  return costUsd < b.costUsd - equalWithin;
}
