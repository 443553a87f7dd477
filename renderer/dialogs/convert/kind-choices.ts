import { kindOf, kinds } from '../../../shared/catalog/index';
import type { Convertible } from '../../../shared/edits/convertible';
import { offersFor } from '../../canvas/add-offers';
import type { SelectOption } from '../../ui/Select';
import { t } from '../../words/t';

/** What is kept of a choice: a kind and perhaps its technology; empty where the part is to stay what it is. */
export interface KindChoice {
  readonly kind: string;
  readonly technology?: string;
}

const mostSuggested = 6;

/** A choice as the value of an option. */
export const optionValueOf = ({ kind, technology }: KindChoice): string =>
  technology === undefined ? kind : `${kind}|${technology}`;

/** The choice of an option; null for the one that leaves the part as it is. */
export function choiceOf(value: string): KindChoice | null {
  const [kind = '', technology] = value.split('|');
  if (kind === '') return null;
  return technology === undefined ? { kind } : { kind, technology };
}

/** What a part is offered to become first: what its name says, or a plain box. A plain box of no known kind stays. */
export function firstChoice({ guess, isShape }: Convertible): string {
  if (guess !== null) return optionValueOf(guessed(guess));
  return isShape ? 'custom' : '';
}

const guessed = ({
  kind,
  technology,
}: {
  readonly kind: { readonly id: string };
  readonly technology?: string;
}): KindChoice => (technology === undefined ? { kind: kind.id } : { kind: kind.id, technology });

function optionOf(choice: KindChoice, group: string): SelectOption {
  const title = choice.kind === 'custom' ? t('Plain box') : t(kindOf(choice.kind)?.title ?? choice.kind);
  const { technology } = choice;
  return {
    value: optionValueOf(choice),
    title: technology === undefined ? title : t('{kind} · {technology}', { kind: title, technology }),
    group,
  };
}

/** The kinds that a part can become: those that its name can mean, then all of them by name. */
export function optionsFor(part: Convertible): readonly SelectOption[] {
  const offers = offersFor(part.name)
    .map(guessed)
    .filter(({ kind }) => kind !== 'custom');
  const first = part.guess === null ? [] : [guessed(part.guess)];
  const suggested = distinct([...first, ...offers]).slice(0, mostSuggested);
  const names = new Set(suggested.map(optionValueOf));
  const others = kinds
    .filter(({ id }) => !names.has(id) && (part.isShape || id !== 'custom'))
    .map(({ id }) => optionOf({ kind: id }, t('All kinds')))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  return [
    { value: '', title: t('Leave as it is') },
    ...suggested.map((choice) => optionOf(choice, t('Suggested'))),
    ...others,
  ];
}

const distinct = (choices: readonly KindChoice[]): readonly KindChoice[] => [
  ...new Map(choices.map((choice) => [optionValueOf(choice), choice])).values(),
];
