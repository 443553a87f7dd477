import { connectChanges } from '../../shared/catalog/connect';
import { firstFlow } from '../../shared/catalog/flow-offers';
import { kindOf } from '../../shared/catalog/index';
import type { Kind } from '../../shared/catalog/kind';
import { cardHeight, cardWidth, columnPitch, nextColumn } from '../../shared/catalog/next-column';
import { applyChanges } from '../../shared/model/apply';
import type { Change } from '../../shared/model/changes';
import { freeId } from '../../shared/model/ids';
import { own } from '../../shared/model/own';
import { type Design, type Node, nodesOf, type Point } from '../../shared/model/schema';
import { t } from '../i18n/t';
import { currentDesign, edit } from '../store/document';
import { resolvedOf } from '../store/report';
import { useSelection } from '../store/selection';
import { snapped } from './arrange';
import { announceEdge } from './connect-nodes';
import { groupAt } from './membership';
import { partBoxes } from './part-boxes';
import { reveal, showStart } from './viewport';

export interface AddOptions {
  readonly technology?: string;
  /** The middle of the card, canvas pixels; without it the next column of the selected node, or a free place. */
  readonly at?: Point;
  /** false only places it. */
  readonly connect?: boolean;
  /** The node to connect with; the selected one where left out. */
  readonly from?: string;
  readonly name?: string;
}

/**
 * Adds a component: the one way that palette, add box, drop and commands take. With a node selected it is connected to
 * it and stands in the next layer's column. A source brings its first flow. Returns its id; '' where it cannot be added.
 */
export function addComponent(kindId: string, options: AddOptions = {}): string {
  const design = currentDesign();
  const kind = kindOf(kindId);
  if (design === null || kind === undefined) return '';
  const near = options.from ?? onlySelectedNode(design);
  const link = options.connect === false || near === null ? null : linkOf(design, near, kind);
  const at = placeOf(design, kind, options.at, near, link);
  const node = newNode(design, kind, options, at);
  const added: Change[] = [{ op: 'add-node', node, at }];
  if (kind.behaviour === 'source') added.push(firstFlow(node.id, kind.id));
  const ends = link === null ? null : link.isCaller ? [link.node, node.id] : [node.id, link.node];
  const drawn = applyChanges(design, added);
  const connection = ends === null ? null : connectChanges(drawn, ends[0] ?? '', ends[1] ?? '');
  const label = t('Add {part}', { part: node.name ?? kind.title });
  const isFirst = nodesOf(design).length === 0;
  if (!edit(label, [...added, ...(connection?.changes ?? [])], { select: [node.id] })) return '';
  if (connection !== null && connection.edgeId !== '')
    announceEdge(connection.edgeId, connection.assumptions);
  if (isFirst && options.at === undefined) showStart();
  else reveal({ ...at, width: cardWidth, height: cardHeight });
  return node.id;
}

function onlySelectedNode(design: Design): string | null {
  const { ids } = useSelection.getState();
  if (ids.size !== 1) return null;
  return nodesOf(design).find(({ id }) => ids.has(id))?.id ?? null;
}

interface Link {
  readonly node: string;
  /** The node calls the new one; otherwise the new one calls it. */
  readonly isCaller: boolean;
}

/**
 * Who calls whom when a kind is added beside a node. Caches and stores answer and do not call, so what is added beside
 * one is called by its caller; a source calls a node that nothing calls yet.
 */
function linkOf(design: Design, near: string, kind: Kind): Link | null {
  const { design: resolved, nodes } = resolvedOf(design);
  const behaviour = nodes.get(near)?.behaviour;
  const caller = resolved.edges.findLast((edge) => edge.to === near)?.from;
  if (kind.behaviour === 'source')
    return behaviour === 'source' || caller !== undefined ? null : { node: near, isCaller: false };
  const answers = behaviour === 'aside-cache' || behaviour === 'store';
  if (!answers) return { node: near, isCaller: true };
  return caller === undefined ? null : { node: caller, isCaller: true };
}

function placeOf(
  design: Design,
  kind: Kind,
  at: Point | undefined,
  near: string | null,
  link: Link | null,
): Point {
  if (at !== undefined) return { x: snapped(at.x - cardWidth / 2), y: snapped(at.y - cardHeight / 2) };
  const place = link === null ? undefined : own(design.layout?.nodes, link.node);
  if (link !== null && !link.isCaller && place !== undefined)
    return { x: snapped(place.x - columnPitch), y: snapped(place.y) };
  return nextColumn(design, link?.node ?? near, kind);
}

function newNode(design: Design, kind: Kind, { technology, name }: AddOptions, at: Point): Node {
  const middle = { x: at.x + cardWidth / 2, y: at.y + cardHeight / 2 };
  const group = groupAt(design, partBoxes(design), middle, new Set());
  const shown = name ?? numberedName(design, kind.title);
  return {
    id: freeId(design, shown ?? kind.id),
    kind: kind.id,
    ...(shown === null ? {} : { name: shown }),
    ...(technology === undefined ? {} : { technology }),
    ...(group === null ? {} : { group }),
  };
}

/** A name that tells it from the others of its kind; null for the first, which goes by the kind's own. */
function numberedName(design: Design, title: string): string | null {
  const names = new Set(resolvedOf(design).design.nodes.map((node) => node.name));
  if (!names.has(title)) return null;
  for (let number = 2; ; number += 1) {
    const name = `${title} ${number}`;
    if (!names.has(name)) return name;
  }
}
