import type { Fragment } from '../../shared/model/changes';

/** What parts are called where they are shown. */
export interface PartNames {
  readonly node: (id: string) => string;
  readonly group: (id: string) => string;
}

/**
 * Copied parts as plain text, for fields that know nothing of designs: a single part's name, else a list of names, indented
 * below their group, with the calls between them after it.
 */
export function outlineText(fragment: Fragment, names: PartNames): string {
  const { nodes, groups, edges, marks } = fragment;
  const groupIds = new Set(groups.map(({ id }) => id));
  const within = (parent: string | undefined): string | null =>
    parent !== undefined && groupIds.has(parent) ? parent : null;
  const linesIn = (group: string | null, indent: string): readonly string[] => [
    ...groups
      .filter((inner) => within(inner.parent) === group)
      .flatMap(({ id }) => [`${indent}${names.group(id)}`, ...linesIn(id, `${indent}  `)]),
    ...nodes.filter((node) => within(node.group) === group).map(({ id }) => `${indent}${names.node(id)}`),
  ];
  const texts = marks.flatMap(({ text }) => (typeof text === 'string' && text !== '' ? [text] : []));
  const calls = edges.map(({ from, to }) => `${names.node(from)} → ${names.node(to)}`);
  return [...linesIn(null, ''), ...texts, ...calls].join('\n');
}
