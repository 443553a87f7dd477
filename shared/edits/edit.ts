import type { Message } from '../math/message';
import type { Change } from '../model/changes';
import type { Assumption } from './new-edge';

/** What an edit reports beside its changes: what it assumed on an edge, or what else it altered. */
export type Note =
  | { readonly about: 'assumption'; readonly assumption: Assumption }
  | { readonly about: 'network' | 'kind' | 'fallback'; readonly message: Message };

/**
 * An edit before it is applied: a pure function of a design and arguments. Applying `changes` in order gives the new design;
 * `label` names the undo step.
 */
export interface Edit {
  readonly label: Message;
  readonly changes: readonly Change[];
  readonly notes: readonly Note[];
  /** Ids of what the edit is about, to be selected after it; absent where the selection stays. */
  readonly select?: readonly string[];
}

/** An edit, or why there is none: a part that is missing, a call that cannot be. */
export type EditResult =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly reason: Message };

export const edited = (
  label: Message,
  changes: readonly Change[],
  rest: { readonly notes?: readonly Note[]; readonly select?: readonly string[] } = {},
): EditResult => ({ ok: true, edit: { label, changes, notes: [], ...rest } });

export const refused = (text: string, values: Message['values'] = {}): EditResult => ({
  ok: false,
  reason: { text, values },
});
