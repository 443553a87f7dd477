import type { Analysis } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';

export interface Waiting {
  /** Id of the saturated node. */
  readonly node: string;
  /** Whether it is called directly, not through others. */
  readonly direct: boolean;
}

/**
 * Which saturated node each node waits for, by id: that on which it depends through calls that are synchronous, not optional
 * and made at all. A saturated node waits for none; where there are several, the most overloaded counts.
 */
export function waitingOf(design: ResolvedDesign, analysis: Analysis): ReadonlyMap<string, Waiting> {
  const saturated = analysis.nodes
    .filter((node) => node.saturated)
    .toSorted((a, b) => (b.utilization ?? 0) - (a.utilization ?? 0));
  const waiting = new Map<string, Waiting>();
  if (saturated.length === 0) return waiting;
  const full = new Set(saturated.map((node) => node.id));
  const calls = new Map(analysis.edges.map((edge) => [edge.id, edge.rps]));
  const callers = new Map<string, string[]>();
  for (const edge of design.edges) {
    if (edge.mode === 'async' || edge.optional || !((calls.get(edge.id) ?? 0) > 0)) continue;
    const known = callers.get(edge.to);
    if (known === undefined) callers.set(edge.to, [edge.from]);
    else known.push(edge.from);
  }
  for (const { id } of saturated) {
    let front: readonly string[] = [id];
    for (let direct = true; front.length > 0; direct = false) {
      const next = new Set(
        front.flatMap((at) => callers.get(at) ?? []).filter((at) => !full.has(at) && !waiting.has(at)),
      );
      for (const at of next) waiting.set(at, { node: id, direct });
      front = [...next];
    }
  }
  return waiting;
}
