import { kindOf } from '../catalog/index';
import type { Kind } from '../catalog/kind';
import { resolvedOf } from '../catalog/resolved-index';
import { card, columnPitch, snapped } from '../layout/geometry';
import { message, words } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { freeId } from '../model/ids';
import { own } from '../model/own';
import { type Design, type Node, nodesOf, type Point, type Side } from '../model/schema';
import { keptSides } from './connect';
import { connectChanges } from './connection';
import { type EditResult, edited, type Note, refused } from './edit';
import { firstFlow } from './flow-offers';
import { growth } from './grow-groups';
import { groupAt } from './membership';
import { nextColumn } from './next-column';
import { boxReader } from './part-boxes';

export interface AddArguments {
  readonly kind: string;
  readonly technology?: string | undefined;
  readonly name?: string | undefined;
  /** The middle of the card, canvas px; without it the next column of `near`, or a free place. */
  readonly at?: Point | undefined;
  /** The node that it is placed beside and connected to. */
  readonly near?: string | undefined;
  /** The node that calls it, whatever their kinds, as it is drawn from that one; takes the place of `near`. */
  readonly from?: string | undefined;
  /** The side of `from` that the edge leaves by; the automatic route's where left out. */
  readonly fromSide?: Side | undefined;
  readonly toSide?: Side | undefined;
  /** false only places it. */
  readonly connect?: boolean | undefined;
}

/**
 * Adds a component. Beside another it is connected to it and is in the next layer's column; a source brings its first
 * flow. The first of `select` is the new node.
 */
export function add(design: Design, options: AddArguments): EditResult {
  const kind = kindOf(options.kind);
  if (kind === undefined) return refused('There is no kind of component {kind}.', { kind: options.kind });
  const near = options.from ?? options.near ?? null;
  if (near !== null && !nodesOf(design).some(({ id }) => id === near))
    return refused('There is no component {id} to add this one to.', { id: near });
  const link = options.connect === false || near === null ? null : linkOf(design, near, kind, options.from);
  const at = placeOf(design, kind, options.at, near, link);
  const node = newNode(design, kind, options, at);
  const changes: Change[] = [{ op: 'add-node', node, at }];
  if (kind.behaviour === 'source') changes.push(firstFlow(node.id, kind.id));
  const notes: Note[] = [];
  if (link !== null) {
    const [from, to] = link.isCaller ? [link.node, node.id] : [node.id, link.node];
    const connection = connectChanges(applyChanges(design, changes), from, to);
    changes.push(...connection.changes, ...keptSides(connection.edgeId, options.fromSide, options.toSide));
    notes.push(...connection.assumptions.map((assumption): Note => ({ about: 'assumption', assumption })));
  }
  changes.push(...growth(applyChanges(design, changes), [node.id]));
  const label = message('Add {part}', { part: node.name ?? words(kind.title) });
  return edited(label, changes, { notes, select: [node.id] });
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
function linkOf(design: Design, near: string, kind: Kind, drawnFrom: string | undefined): Link | null {
  if (drawnFrom !== undefined)
    return kind.behaviour === 'source' ? null : { node: drawnFrom, isCaller: true };
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
  if (at !== undefined) return { x: snapped(at.x - card.width / 2), y: snapped(at.y - card.height / 2) };
  const places = design.layout?.nodes ?? {};
  const place = link === null ? undefined : own(places, link.node);
  if (link !== null && !link.isCaller && place !== undefined)
    return { x: snapped(place.x - columnPitch), y: snapped(place.y) };
  return nextColumn(design, link?.node ?? near, kind);
}

function newNode(design: Design, kind: Kind, { technology, name }: AddArguments, at: Point): Node {
  const middle = { x: at.x + card.width / 2, y: at.y + card.height / 2 };
  const group = groupAt(design, boxReader(design), middle, new Set());
  const shown = name ?? numberedName(design, kind.title);
  return {
    id: freeId(design, shown ?? kind.id),
    kind: kind.id,
    ...(shown === null ? {} : { name: shown }),
    ...(technology === undefined ? {} : { technology }),
    ...(group === null ? {} : { group }),
  };
}

/** A name that distinguishes it from the others of its kind; null for the first, which goes by the kind's own. */
function numberedName(design: Design, title: string): string | null {
  const names = new Set(resolvedOf(design).design.nodes.map((node) => node.name));
  // Each number that is taken is a node's: one of the first n + 1 is free.
  for (let number = 1; number <= names.size + 1; number += 1) {
    const name = number === 1 ? title : `${title} ${number}`;
    if (!names.has(name)) return number === 1 ? null : name;
  }
  return null;
}
