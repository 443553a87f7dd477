import type { ResolvedDesign, ResolvedGroup, ResolvedNode } from '../../catalog/resolved';
import { graphOf, isLive, outgoingOf } from '../facts/graph';
import { nodesSaying } from '../facts/nodes';
import { isStore } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** DATA-09. By what the groups say of their law; where none does, nothing is known. */
export const dataResidency: Rule = {
  id: 'data-residency',
  code: 'DATA-09',
  title: 'Data outside its jurisdiction',
  severity: 'error',
  stage: 'broken',
  message: 'What {node} keeps has to stay in {residency}, and {group}, in which it is, is in {jurisdiction}.',
  variants: {
    copy: 'What {node} keeps has to stay in {residency}, and {copy} in {jurisdiction} gets a copy of it.',
  },
  why: 'A law or a contract binds data to a place. A copy elsewhere breaks it as much as the first one does.',
  fix: 'Keep it, with its copies and backups, in a region of {residency}, or leave out of the copy what is bound.',
  source: {
    text: 'Regulation (EU) 2016/679 (GDPR), chapter V: transfers to third countries, as one such law',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const bound = boundStores(design);
    if (bound.size === 0) return [];
    const groups = new Map(design.groups.map((group) => [group.id, group]));
    const hits: Hit[] = [];
    for (const [residency, nodes] of bound) {
      const away = new Set<string>();
      for (const node of nodes) {
        const place = jurisdictionOf(node, groups);
        if (place === null || sameLaw(place.jurisdiction, residency)) continue;
        away.add(node.id);
        const values = {
          node: { part: node.id },
          residency: node.config.other.residency ?? residency,
          group: { part: place.group.id },
          jurisdiction: place.jurisdiction,
        };
        hits.push({ target: node.id, values });
      }
      for (const hit of copiesAway(design, groups, residency, nodes, away)) hits.push(hit);
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'At home',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { residency: 'EU' } },
              nodes: { people: { group: 'paris' } },
              system: { groups: [{ id: 'paris', kind: 'region', name: 'eu-west-3', jurisdiction: 'EU' }] },
            },
          ),
        },
        {
          title: 'Another store abroad, with data of its own',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database', prices: 'sql-database' },
            'user -> api -> people, api -> prices',
            {
              config: { people: { residency: 'EU' } },
              nodes: { people: { group: 'paris' }, prices: { group: 'ohio' } },
              system: {
                groups: [
                  { id: 'paris', kind: 'region', name: 'eu-west-3', jurisdiction: 'EU' },
                  { id: 'ohio', kind: 'region', name: 'us-east-2', jurisdiction: 'US' },
                ],
              },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Abroad',
          target: 'people',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database' },
            'user -> api -> people',
            {
              config: { people: { residency: 'EU' } },
              nodes: { people: { group: 'ohio' } },
              system: { groups: [{ id: 'ohio', kind: 'region', name: 'us-east-2', jurisdiction: 'US' }] },
            },
          ),
        },
        {
          title: 'A copy abroad',
          target: 'copy',
          design: sketch(
            { user: 'client', api: 'service', people: 'sql-database', copy: 'sql-database' },
            'user -> api -> people ~> copy',
            {
              flows: { writes: { kind: 'write', rps: 100 } },
              config: { people: { residency: 'EU' } },
              nodes: { people: { group: 'paris' }, copy: { group: 'ohio' } },
              system: {
                groups: [
                  { id: 'paris', kind: 'region', name: 'eu-west-3', jurisdiction: 'EU' },
                  { id: 'ohio', kind: 'region', name: 'us-east-2', jurisdiction: 'US' },
                ],
              },
            },
          ),
        },
      ],
    };
  },
};

const lawOf = (words: string): string => words.trim().toLowerCase();
const sameLaw = (one: string, other: string): boolean => lawOf(one) === lawOf(other);

/** The stores whose data is bound, by where to. */
function boundStores(design: ResolvedDesign): ReadonlyMap<string, readonly ResolvedNode[]> {
  const bound = new Map<string, ResolvedNode[]>();
  for (const node of nodesSaying(design, 'residency')) {
    const residency = lawOf(node.config.other.residency ?? '');
    if (residency === '' || !isStore(node)) continue;
    const others = bound.get(residency);
    if (others === undefined) bound.set(residency, [node]);
    else others.push(node);
  }
  return bound;
}

interface Place {
  readonly group: ResolvedGroup;
  readonly jurisdiction: string;
}

/** What the innermost group around the node that names a law says; null where none does. */
function jurisdictionOf(node: ResolvedNode, groups: ReadonlyMap<string, ResolvedGroup>): Place | null {
  const seen = new Set<string>();
  for (let id = node.group; id !== null && !seen.has(id); ) {
    seen.add(id);
    const group = groups.get(id);
    if (group?.jurisdiction != null && group.jurisdiction.trim() !== '') {
      return { group, jurisdiction: group.jurisdiction };
    }
    id = group?.parent ?? null;
  }
  return null;
}

/**
 * The stores elsewhere that a bound one copies to, by itself or over a buffer. What a service makes of the data before it
 * writes elsewhere is not followed: it may be sums, or nothing that is bound.
 */
function copiesAway(
  design: ResolvedDesign,
  groups: ReadonlyMap<string, ResolvedGroup>,
  residency: string,
  nodes: readonly ResolvedNode[],
  reported: ReadonlySet<string>,
): readonly Hit[] {
  const graph = graphOf(design);
  const origins = new Map(nodes.map((node) => [node.id, node]));
  const hits: Hit[] = [];
  // A map yields what is added to it during the walk, so it is its own queue.
  for (const [id, from] of origins) {
    for (const edge of outgoingOf(graph, id)) {
      const to = graph.nodes.get(edge.to);
      const copies = to?.behaviour === 'store' || to?.behaviour === 'buffer';
      if (copies && isLive(edge) && !origins.has(edge.to)) origins.set(edge.to, from);
    }
    const copy = graph.nodes.get(id);
    if (copy === undefined || !isStore(copy) || reported.has(id)) continue;
    const place = jurisdictionOf(copy, groups);
    if (place === null || sameLaw(place.jurisdiction, residency)) continue;
    const values = {
      node: { part: from.id },
      copy: { part: id },
      residency: from.config.other.residency ?? residency,
      jurisdiction: place.jurisdiction,
    };
    hits.push({ target: id, variant: 'copy', values });
  }
  return hits;
}
