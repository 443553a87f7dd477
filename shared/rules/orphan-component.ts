import type { ResolvedDesign, ResolvedNode } from '../catalog/resolved';
import { type DesignGraph, graphOf, incomingOf, isModelled, reachedFrom } from './facts/graph';
import { removeUnused } from './fixes/remove-unused';
import type { Hit, Rule, RuleContext } from './rule';
import { sketch } from './sketch';

/** TOP-04. A chain of orphans is one finding, at its head. Without any source `no-traffic-source` has said it all. */
export const orphanComponent: Rule = {
  id: 'orphan-component',
  code: 'TOP-04',
  title: 'Orphan component',
  severity: 'warning',
  stage: 'unfinished',
  message: 'Nothing reaches {node}: it carries {carried}.',
  variants: { chain: 'Nothing reaches {node} and {count} more behind it: they carry {carried}.' },
  why: 'What no source reaches answers no request: a call is missing, or the component is left over.',
  fix: 'Connect {node} to what calls it, or delete it.',
  fixes: { remove: 'Where {node} is left over, take it away; else connect it to what calls it.' },
  source: { text: 'Design rule: every component is on the way of some request' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const sources = design.nodes.filter((node) => node.behaviour === 'source').map((node) => node.id);
    const starts = [...sources, ...design.flows.map((flow) => flow.entry)];
    if (starts.length === 0) return [];
    const graph = graphOf(design);
    const reached = reachedFrom(graph, starts);
    const orphans = design.nodes.filter((node) => isModelled(node) && !reached.has(node.id));
    return headsOf(design, graph, orphans).map(({ id, behind }) => ({
      target: id,
      values: { node: { part: id }, carried: { rps: 0 }, count: { count: behind.size } },
      ...(behind.size > 0 ? { variant: 'chain' } : {}),
      quickFix: removeUnused(graph, id, behind),
    }));
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Everything is called',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'),
        },
        {
          title: 'A plain box stands beside',
          design: sketch({ user: 'client', api: 'service', idea: 'custom' }, 'user -> api'),
        },
        {
          title: 'Reached behind a queue',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
          ),
        },
      ],
      invalid: [
        {
          title: 'A service that nothing calls',
          target: 'api',
          design: sketch({ api: 'service', user: 'client', used: 'service' }, 'user -> used'),
        },
        {
          title: 'A chain that nothing calls',
          target: 'old',
          design: sketch(
            { old: 'service', user: 'client', api: 'service', archive: 'sql-database' },
            'user -> api, old -> archive',
          ),
        },
      ],
    };
  },
};

/** The orphans that no other orphan calls, each with what is reached from it first; of a circle, its first member. */
function headsOf(design: ResolvedDesign, graph: DesignGraph, orphans: readonly ResolvedNode[]) {
  const ids = new Set(orphans.map((node) => node.id));
  const called = (id: string) => incomingOf(graph, id).some((edge) => ids.has(edge.from) && edge.from !== id);
  const left = new Set(ids);
  const heads: { readonly id: string; readonly behind: ReadonlySet<string> }[] = [];
  const take = (id: string) => {
    if (!left.has(id)) return;
    // Only what is left is walked, so that all walks together stay linear.
    const behind = reachedFrom(graph, [id], (edge) => left.has(edge.to) && edge.to !== id);
    for (const taken of behind) left.delete(taken);
    behind.delete(id);
    heads.push({ id, behind });
  };
  for (const { id } of orphans) if (!called(id)) take(id);
  for (const { id } of orphans) take(id);
  const position = new Map(design.nodes.map((node, index) => [node.id, index]));
  return heads.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
}
