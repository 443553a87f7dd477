import type { DeepDive, FollowUp, PracticeEvent, Problem, Question } from './problem';
import { termsInLine, termsOf } from './terms';

type Listed = { readonly id: string };

/** An id that no entry of the list has: `question-3` of three. */
export function freeId(prefix: string, list: readonly Listed[]): string {
  const taken = new Set(list.map(({ id }) => id));
  for (let at = list.length + 1; ; at += 1) if (!taken.has(`${prefix}-${at}`)) return `${prefix}-${at}`;
}

/** Entries as they are when one adds them, still to be written. */
export const newQuestion = ({ questions }: Problem): Question => ({
  id: freeId('question', questions),
  title: '',
  terms: [],
  text: '',
});

export const newDeepDive = ({ deepDive }: Problem): DeepDive => ({
  id: freeId('deep-dive', deepDive),
  title: '',
  names: [],
});

export const newFollowUp = ({ followUps }: Problem): FollowUp => ({
  id: freeId('follow-up', followUps),
  title: '',
  event: { kind: 'load', factor: 2 },
  survives: false,
  text: '',
});

/** A question with another title: words that were those of its title follow it, others stay. */
export function withTitle(question: Question, title: string): Question {
  const own = question.terms.length > 0 && question.terms.join(',') !== termsOf(question.title).join(',');
  return { ...question, title, terms: own ? question.terms : termsOf(title) };
}

/** A question with the words by which it is found, as one line; those of its title where the line is empty. */
export function withTerms(question: Question, line: string): Question {
  const terms = termsInLine(line);
  return { ...question, terms: terms.length === 0 ? termsOf(question.title) : terms };
}

/** What can happen to a design, as one chooses it: the loss of one server and of all of a role are two choices. */
export const eventChoices = [
  { id: 'load', title: 'The load grows at once', has: ['factor'] },
  { id: 'growth', title: 'Years of growth', has: ['years'] },
  { id: 'down', title: 'A server is lost', has: ['role'] },
  { id: 'down-all', title: 'All servers of a role are lost', has: ['role'] },
  { id: 'zone-down', title: 'A zone is lost', has: [] },
  { id: 'slow', title: 'A role becomes slower', has: ['role', 'factor'] },
  { id: 'cache-lost', title: 'The caches are empty', has: [] },
] as const;

export type EventChoice = (typeof eventChoices)[number]['id'];

export const choiceOf = (event: PracticeEvent): EventChoice =>
  event.kind === 'down' && event.all === true ? 'down-all' : event.kind;

/** What an event was given, with what another kind of it needs filled in. */
interface EventParts {
  readonly role: string;
  readonly factor: number;
  readonly years: number;
}

export const partsOfEvent = (event: PracticeEvent, { roles }: Problem): EventParts => ({
  role: 'role' in event ? event.role : (roles[0]?.id ?? ''),
  factor: 'factor' in event ? event.factor : 2,
  years: 'years' in event ? event.years : 3,
});

/** The event of a choice. */
export function eventOf(choice: EventChoice, { role, factor, years }: EventParts): PracticeEvent {
  switch (choice) {
    case 'load':
      return { kind: 'load', factor };
    case 'growth':
      return { kind: 'growth', years };
    case 'down':
      return { kind: 'down', role };
    case 'down-all':
      return { kind: 'down', role, all: true };
    case 'zone-down':
      return { kind: 'zone-down' };
    case 'slow':
      return { kind: 'slow', role, factor };
    case 'cache-lost':
      return { kind: 'cache-lost' };
  }
}
