import { kindOf } from '../catalog/index';
import { resolvedOf } from '../catalog/resolved-index';
import { message, words } from '../math/message';
import type { Change } from '../model/changes';
import { type Design, edgesOf, nodesOf } from '../model/schema';
import { type EditResult, edited, refused } from './edit';

export interface ChangeKindArguments {
  readonly id: string;
  readonly kind: string;
}

/**
 * Makes another kind of a component: its name, targets and configuration stay, fields that the new kind does not read
 * included; a technology that the new kind lacks goes, and so does a layer of its own. Calls on the misses of a cache that is
 * no longer one are made each time.
 */
export function changeKind(design: Design, { id, kind: wanted }: ChangeKindArguments): EditResult {
  const node = nodesOf(design).find((other) => other.id === id);
  const kind = kindOf(wanted);
  if (node === undefined) return refused('There is no component {id}.', { id });
  if (kind === undefined) return refused('There is no kind of component {kind}.', { kind: wanted });
  const keeps = kind.technologies.some(({ name }) => name === node.technology);
  const patch = { kind: kind.id, ...(keeps ? {} : { technology: null }), layer: null };
  const name = resolvedOf(design).nodes.get(id)?.name ?? id;
  const changes: readonly Change[] = [
    { op: 'patch-node', id, patch },
    ...(kind.behaviour === 'aside-cache' ? [] : withoutMisses(design, id)),
  ];
  return edited(message('Change {name} to {kind}', { name, kind: words(kind.title) }), changes);
}

const withoutMisses = (design: Design, cache: string): readonly Change[] =>
  edgesOf(design).flatMap(({ id, onMissOf }): readonly Change[] =>
    onMissOf === cache ? [{ op: 'patch-edge', id, patch: { onMissOf: null } }] : [],
  );

export interface ChangeTechnologyArguments {
  readonly id: string;
  /** null: any technology. */
  readonly technology: string | null;
}

/** Gives a component another technology; what it was configured with stays. */
export function changeTechnology(design: Design, { id, technology }: ChangeTechnologyArguments): EditResult {
  const name = resolvedOf(design).nodes.get(id)?.name;
  if (name === undefined) return refused('There is no component {id}.', { id });
  return edited(message('Change the technology of {name}', { name }), [
    { op: 'patch-node', id, patch: { technology } },
  ]);
}
