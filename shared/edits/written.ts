import { message } from '../math/message';
import { freeId } from '../model/ids';
import type { Design } from '../model/schema';
import type { WrittenList } from '../model/vocabulary';
import { type EditResult, edited } from './edit';

const labels: Readonly<Record<WrittenList, string>> = {
  apis: 'Add an API',
  entities: 'Add an entity',
  decisions: 'Add a decision',
};

const stems: Readonly<Record<WrittenList, string>> = {
  apis: 'api',
  entities: 'entity',
  decisions: 'decision',
};

export interface AddWrittenArguments {
  readonly list: WrittenList;
}

/** Adds an empty interface, entity or decision to the written design; the other fields are set by `put-written`. */
export function addWritten(design: Design, { list }: AddWrittenArguments): EditResult {
  const entry = { id: freeId(design, stems[list]) };
  return edited(message(labels[list]), [{ op: 'put-written', list, entry }]);
}
