import type { Analysis } from '../analysis/analysis';
import type { SingleChange } from '../analysis/improvements/single-changes';
import type { ResolvedDesign } from '../catalog/resolved';
import { message, words } from '../math/message';
import { own } from '../model/own';
import { evaluateRules } from './evaluate';
import { addCache } from './fixes/add-cache';
import { frontWithCdn } from './fixes/front-with-cdn';
import type { QuickFix } from './rule';

/** So many at most, for each takes an analysis of the whole design. */
const mostStructural = 16;

/**
 * Changes of what is drawn that could help a flow: a cache before a store that it reads, a CDN on its way in, and the quick fixes
 * of findings on its path that add a component. Whether they help is for an analysis to say.
 */
export function structuralChanges(
  design: ResolvedDesign,
  analysis: Analysis,
  id: string,
): readonly SingleChange[] {
  const flow = design.flows.find((one) => one.id === id);
  if (flow === undefined) return [];
  const context = { design, analysis, errors: [] };
  const visited = new Set(analysis.nodes.filter(({ visits }) => (own(visits, id) ?? 0) > 0).map((n) => n.id));
  const edges = new Set(design.edges.flatMap((edge) => (edge.flows.includes(id) ? [edge.id] : [])));
  const caches = design.nodes
    .filter((node) => node.behaviour === 'store' && visited.has(node.id))
    .flatMap((store) => changeOf(store.id, addCache(context, store)));
  const isCacheable = flow.kind === 'read' && flow.cacheable !== false;
  const cdn = isCacheable ? changeOf(id, frontWithCdn(context, flow)) : [];
  const fixes = evaluateRules(context).findings.flatMap(({ target, quickFix }) =>
    visited.has(target) || edges.has(target) || target === id ? changeOf(target, quickFix ?? null) : [],
  );
  const byChanges = new Map([...caches, ...cdn, ...fixes].map((one) => [JSON.stringify(one.changes), one]));
  return [...byChanges.values()].slice(0, mostStructural);
}

/** A fix that adds a component, as a change to try; none where there is no such fix. */
function changeOf(part: string, fix: QuickFix | null): readonly SingleChange[] {
  if (fix === null) return [];
  const { title, values, changes } = fix;
  if (fix.id !== 'use-cache' && !changes.some(({ op }) => op === 'add-node')) return [];
  return [
    { part, title: message('{part}: {change}', { part: { part }, change: words(title, values) }), changes },
  ];
}
