import { kindOf } from '../catalog/index';
import type { Kind } from '../catalog/kind';
import { resolvedOf } from '../catalog/resolved-index';
import { usualCallees } from '../catalog/usual-callees';
import { snapped } from '../layout/geometry';
import { message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { own } from '../model/own';
import { type Design, type Edge, edgesOf, nodesOf, type Point } from '../model/schema';
import { add } from './add';
import { connectChanges } from './connection';
import { type EditResult, edited, type Note, refused } from './edit';
import { move } from './move';
import { partBoxes } from './part-boxes';
import { protocolOf } from './protocol';
import { roomBetween } from './room-between';

export interface InsertOnEdgeArguments {
  readonly edge: string;
  /** The kind of a new component … */
  readonly kind?: string | undefined;
  readonly technology?: string | undefined;
  readonly name?: string | undefined;
  /** … or one that is there and has no edges yet. */
  readonly node?: string | undefined;
  /** The middle of its card where it is not placed between the two, canvas px. */
  readonly at?: Point | undefined;
}

/**
 * Puts a component between the two ends of an edge: the caller calls it and it calls what was called. A cache or a store that
 * calls nothing is called beside instead. What is behind makes room. The first of `select` is the component.
 */
export function insertOnEdge(design: Design, args: InsertOnEdgeArguments): EditResult {
  const edge = edgesOf(design).find(({ id }) => id === args.edge);
  if (edge === undefined) return refused('There is no edge {id}.', { id: args.edge });
  const kind = kindInserted(design, args);
  if (kind === undefined) return refused('There is no kind of component {kind}.', { kind: args.kind ?? '' });
  if (kind.behaviour === 'source')
    return refused('{name} starts requests; nothing calls it.', { name: kind.title });
  if (args.node !== undefined && !isLoose(design, args.node))
    return refused('{id} has edges already.', { id: args.node });
  const isBetween = standsBetween(design, edge, kind);
  const room = isBetween ? roomBetween(design, edge, args.node) : { changes: [], at: undefined };
  const made = applyChanges(design, room.changes);
  const at = room.at ?? args.at;
  const placing = args.node === undefined ? added(made, edge, kind, args, at) : moved(made, args.node, at);
  if (placing === null || placing.id === undefined) return refused('It cannot be placed there.');
  const changes = [...room.changes, ...placing.changes];
  const links = isBetween
    ? between(applyChanges(design, changes), edge, placing.id)
    : connected(applyChanges(design, changes), edge.from, placing.id);
  const name = resolvedOf(applyChanges(design, changes)).nodes.get(placing.id)?.name ?? placing.id;
  return edited(message('Insert {part}', { part: name }), [...changes, ...links.changes], {
    notes: links.notes,
    select: [placing.id],
  });
}

const kindInserted = (design: Design, { kind, node }: InsertOnEdgeArguments): Kind | undefined =>
  node === undefined ? kindOf(kind ?? '') : resolvedOf(design).nodes.get(node)?.kind;

/** A component to which no edge leads, and from which none. */
export const isLoose = (design: Design, id: string): boolean =>
  nodesOf(design).some((node) => node.id === id) &&
  !edgesOf(design).some(({ from, to }) => from === id || to === id);

/** Caches and stores answer and do not call, but what they usually hand on to. */
function standsBetween(design: Design, edge: Edge, kind: Kind): boolean {
  if (kind.behaviour !== 'aside-cache' && kind.behaviour !== 'store') return true;
  const callee = resolvedOf(design).nodes.get(edge.to)?.kind.id ?? '';
  return kind.behaviour === 'store' && usualCallees(kind).includes(callee);
}

interface Part {
  readonly id: string | undefined;
  readonly changes: readonly Change[];
}

function added(
  design: Design,
  edge: Edge,
  kind: Kind,
  { technology, name }: InsertOnEdgeArguments,
  at: Point | undefined,
): Part | null {
  const result = add(design, { kind: kind.id, technology, name, at, near: edge.from, connect: false });
  return result.ok ? { id: result.edit.select?.[0], changes: result.edit.changes } : null;
}

function moved(design: Design, id: string, to: Point | undefined): Part | null {
  const box = partBoxes(design).get(id);
  if (to === undefined || box === undefined) return { id, changes: [] };
  const dx = snapped(to.x - box.width / 2) - box.x;
  const dy = snapped(to.y - box.height / 2) - box.y;
  if (dx === 0 && dy === 0) return { id, changes: [] };
  const result = move(design, { ids: [id], dx, dy });
  return result.ok ? { id, changes: result.edit.changes } : null;
}

interface Links {
  readonly changes: readonly Change[];
  readonly notes: readonly Note[];
}

function connected(design: Design, from: string, to: string): Links {
  const { changes, assumptions } = connectChanges(design, from, to);
  return { changes, notes: assumptions.map((assumption) => ({ about: 'assumption', assumption })) };
}

/** The edge leads to the new component, which calls what the edge led to. What was said of that callee no longer holds. */
function between(design: Design, edge: Edge, id: string): Links {
  const toSide = own(design.layout?.edges, edge.id)?.toSide;
  const node = resolvedOf(design).nodes.get(id);
  const protocol = node === undefined ? undefined : protocolOf(node);
  const first: readonly Change[] = [
    {
      op: 'patch-edge',
      id: edge.id,
      patch: {
        to: id,
        protocol: protocol === undefined || protocol === 'https' ? null : protocol,
        mode: null,
        network: null,
        rttMs: null,
        tls: null,
      },
    },
    { op: 'route', id: edge.id, points: null },
    { op: 'patch-route', id: edge.id, patch: { toSide: null } },
  ];
  const { changes, edgeId, assumptions } = connectChanges(applyChanges(design, first), id, edge.to);
  const last: readonly Change[] =
    toSide === undefined ? [] : [{ op: 'patch-route', id: edgeId, patch: { toSide } }];
  return {
    changes: [...first, ...changes, ...last],
    notes: assumptions.map((assumption) => ({ about: 'assumption', assumption })),
  };
}
