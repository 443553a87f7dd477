import { kindOf } from '../../../shared/catalog/index';
import type { Design } from '../../../shared/model/schema';
import type { Step } from '../../store/document';
import { partName } from '../../words/part-names';
import { listed, t } from '../../words/t';
import { changesOf, type SteppedPart, type StepVerb } from './step-changes';

const mostNames = 3;
const longestName = 40;

const textIn = (part: SteppedPart['part'], field: string): string => {
  const value = part?.[field];
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
};

const shortened = (name: string): string =>
  name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;

/** What a part is called: as it is in the step, for it need not be in the design any more. */
function nameOf({ id, list, part }: SteppedPart, design: Design): string {
  if (part === null) return shortened(partName(design, id));
  if (list === 'edges') {
    const ends = { from: partName(design, textIn(part, 'from')), to: partName(design, textIn(part, 'to')) };
    return t('{from} → {to}', ends);
  }
  if (list === 'marks') return shortened(textIn(part, 'text')) || partName(design, id);
  const kind = list === 'nodes' ? kindOf(textIn(part, 'kind')) : undefined;
  return shortened(textIn(part, 'name')) || (kind === undefined ? partName(design, id) : t(kind.title));
}

function verbWords(verb: StepVerb, what: string): string {
  switch (verb) {
    case 'added':
      return t('Added {what}', { what });
    case 'removed':
      return t('Removed {what}', { what });
    case 'changed':
      return t('Changed {what}', { what });
    case 'moved':
      return t('Moved {what}', { what });
    case 'rerouted':
      return t('Rerouted {what}', { what });
  }
}

const verbs: readonly StepVerb[] = ['added', 'removed', 'changed', 'moved', 'rerouted'];

/** What a step changed, in one line: names of parts, or how many where they are more than a line can name. */
export function stepWords({ delta }: Pick<Step, 'delta'>, design: Design): string {
  const changes = changesOf(delta);
  const parts = verbs.flatMap((verb) => {
    const names = [...new Set(changes[verb].map((part) => nameOf(part, design)))];
    if (names.length === 0) return [];
    const count = changes[verb].length;
    const what =
      names.length <= mostNames
        ? listed(names)
        : t('{count, plural, one {# part} other {# parts}}', { count });
    return [verbWords(verb, what)];
  });
  return [...parts, ...(changes.design ? [t('Changed the design')] : [])].join(' · ');
}
