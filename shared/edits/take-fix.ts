import type { Message } from '../math/message';
import type { Change } from '../model/changes';
import type { Design } from '../model/schema';
import { type EditResult, edited } from './edit';
import { placed } from './placed';

export interface TakeFixArguments {
  /** The quick fix's name, which the undo step bears. */
  readonly title: Message;
  readonly changes: readonly Change[];
}

/** Takes a quick fix: what it adds gets a place. */
export function takeFix(design: Design, { title, changes }: TakeFixArguments): EditResult {
  return edited(title, placed(design, changes));
}
