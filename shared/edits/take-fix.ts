import type { Message } from '../math/message';
import type { Change } from '../model/changes';
import type { Design } from '../model/schema';
import { type EditResult, edited } from './edit';
import { withFreeIds } from './free-ids';
import { placed } from './placed';

export interface TakeFixArguments {
  /** The quick fix's name, which the undo step bears. */
  readonly title: Message;
  readonly changes: readonly Change[];
}

/** The changes of a quick fix as they are applied: what it adds gets a place, and an id that is free in the whole design. */
export const fixChanges = (design: Design, changes: readonly Change[]): readonly Change[] =>
  placed(design, withFreeIds(design, changes));

/** Takes a quick fix, under its own name. */
export function takeFix(design: Design, { title, changes }: TakeFixArguments): EditResult {
  return edited(title, fixChanges(design, changes));
}
