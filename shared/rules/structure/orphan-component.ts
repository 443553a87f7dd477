import { type DesignGraph, graphOf, incomingOf, isModelled, reachedFrom } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { type Part, partSet, partsOf, walkFrom } from '../facts/parts';
import { connectFrom } from '../fixes/connect-from';
import { removeUnused } from '../fixes/remove-unused';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** TOP-04. A chain of orphans is one finding, at its head. Without any source `no-traffic-source` reports it. */
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
  fixes: {
    'connect-from':
      'Connect {node} to what calls it, most likely {caller}; where it is left over, delete it.',
    remove: 'Remove {node} where it is left over; else connect it to what calls it.',
  },
  source: { text: 'Design rule: every component is on the way of some request' },
  check: (context: RuleContext): readonly Hit[] => {
    const { design } = context;
    const parts = partsOf(design);
    const sources = nodesOfBehaviour(design, 'source').map(({ id }) => id);
    const starts = [...sources, ...design.flows.map((flow) => flow.entry)];
    if (starts.length === 0) return [];
    const entries = starts.flatMap((id) => parts.byId.get(id) ?? []);
    const { includes } = partSet(
      parts,
      walkFrom(parts, entries, () => true),
    );
    const orphans = parts.all.filter((part) => !includes(part) && isModelled(part.node));
    if (orphans.length === 0) return [];
    const graph = graphOf(design);
    const reached = new Set(parts.all.filter(includes).map(({ node }) => node.id));
    const connectionTo = (id: string) => {
      const node = graph.nodes.get(id);
      return node === undefined ? null : connectFrom(context, node, (other) => reached.has(other));
    };
    return headsOf(graph, orphans).map(({ id, behind }) => ({
      target: id,
      values: { node: { part: id }, carried: { rps: 0 }, count: { count: behind.size } },
      ...(behind.size > 0 ? { variant: 'chain' } : {}),
      quickFix: connectionTo(id) ?? removeUnused(graph, id, behind),
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
          title: 'A plain box is beside',
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
function headsOf(graph: DesignGraph, orphans: readonly Part[]) {
  const ids = new Set(orphans.map(({ node }) => node.id));
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
  for (const id of ids) if (!called(id)) take(id);
  for (const id of ids) take(id);
  const placeOf = new Map(orphans.map(({ node, at }) => [node.id, at]));
  return heads.sort((a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0));
}
