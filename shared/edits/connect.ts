import { resolvedOf } from '../catalog/resolved-index';
import { message } from '../math/message';
import type { Change } from '../model/changes';
import type { Design, Side } from '../model/schema';
import { connectChanges } from './connection';
import { type EditResult, edited, refused } from './edit';

export interface ConnectArguments {
  readonly from: string;
  readonly to: string;
  /** The sides of the cards that the edge leaves and enters by; the automatic route's where left out. */
  readonly fromSide?: Side | undefined;
  readonly toSide?: Side | undefined;
}

/**
 * Connects two nodes, with what is most likely filled in and named in the notes. The first of `select` is the edge; one
 * that is there already is selected, with no change.
 */
export function connect(design: Design, { from, to, fromSide, toSide }: ConnectArguments): EditResult {
  const { nodes } = resolvedOf(design);
  const [caller, callee] = [nodes.get(from), nodes.get(to)];
  if (caller === undefined) return refused('There is no component {id}.', { id: from });
  if (callee === undefined) return refused('There is no component {id}.', { id: to });
  if (from === to) return refused('{name} cannot call itself.', { name: caller.name });
  if (callee.behaviour === 'source')
    return refused('{name} starts requests; nothing calls it.', { name: callee.name });
  const { changes, edgeId, assumptions } = connectChanges(design, from, to);
  const sided = changes.length === 0 ? [] : keptSides(edgeId, fromSide, toSide);
  return edited(
    message('Connect {from} to {to}', { from: caller.name, to: callee.name }),
    [...changes, ...sided],
    {
      notes: assumptions.map((assumption) => ({ about: 'assumption', assumption })),
      select: [edgeId],
    },
  );
}

/** Keeps the sides that an edge was drawn by. */
export function keptSides(
  id: string,
  fromSide: Side | undefined,
  toSide: Side | undefined,
): readonly Change[] {
  if (fromSide === undefined && toSide === undefined) return [];
  return [
    {
      op: 'patch-route',
      id,
      patch: {
        ...(fromSide === undefined ? {} : { fromSide }),
        ...(toSide === undefined ? {} : { toSide }),
      },
    },
  ];
}
