import { kindOf, technologyOf } from '../catalog/index';
import { type Design, nodesOf } from '../model/schema';
import { changeKind, changeTechnology } from './change-kind';
import { type EditResult, edited } from './edit';

export interface TryKindArguments {
  readonly id: string;
  readonly kind: string;
  /** null: any technology. */
  readonly technology: string | null;
}

/** Makes another kind of a component, in a technology of that kind, as one edit. No changes where it has both already. */
export function tryKind(design: Design, { id, kind, technology }: TryKindArguments): EditResult {
  const node = nodesOf(design).find((other) => other.id === id);
  if (node?.kind === kind) {
    const result = changeTechnology(design, { id, technology });
    return !result.ok || (node.technology ?? null) !== technology ? result : edited(result.edit.label, []);
  }
  const result = changeKind(design, { id, kind });
  const ofKind = kindOf(kind);
  if (!result.ok || ofKind === undefined) return result;
  const chosen = technologyOf(ofKind, technology ?? undefined)?.name ?? null;
  const { label, changes, notes } = result.edit;
  return edited(label, [...changes, { op: 'patch-node', id, patch: { technology: chosen } }], { notes });
}
