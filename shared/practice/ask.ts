import { type Message, message } from '../math/message';
import type { Problem, Question } from './problem';
import { meaning, saysTerm, stemsOf } from './word-stems';

/** What the interviewer answers to a question that was typed. */
export type Reply =
  | { readonly kind: 'answer'; readonly question: Question }
  /** The problem says nothing of it, or it was not understood. */
  | { readonly kind: 'unknown'; readonly text: Message }
  /** Nothing was asked. */
  | { readonly kind: 'empty'; readonly text: Message };

/**
 * The question of the problem that a typed text asks: the one of whose terms it says most, in any order and inflection. Of a term of
 * three words or more it has to say two. Words that many of the problem's questions have count less than those that one has.
 */
export function ask(problem: Pick<Problem, 'questions'>, text: string): Reply {
  const stems = stemsOf(text);
  if (stems.length === 0) return { kind: 'empty', text: message('Ask about one thing, in a few words.') };
  const weightOf = weights(problem.questions);
  const scored = problem.questions.map((question) => ({
    question,
    score: scoreOf(question, stems, weightOf),
  }));
  const best = scored.reduce<{ question: Question; score: number } | null>(
    (most, of) => (of.score > (most?.score ?? 0) ? of : most),
    null,
  );
  if (best !== null && best.score >= leastScore) return { kind: 'answer', question: best.question };
  return {
    kind: 'unknown',
    text: message('That is not fixed. Assume what you need, and say what you assume.'),
  };
}

/** Less is a word in passing. */
const leastScore = 0.2;

/** What its title has in common with the text counts so much of what a term does. */
const titleShare = 0.25;

/** A term of several words says more than one of one; further terms say less than the best. */
function scoreOf(question: Question, stems: readonly string[], weightOf: (stem: string) => number): number {
  const terms = question.terms
    .map((term) => saysTerm(stems, term) * weightOfTerm(term, weightOf))
    .filter((score) => score > 0)
    .sort((a, b) => b - a);
  if (terms.length === 0) return 0;
  const title = new Set(stemsOf(question.title).map(meaning));
  const inTitle = stems.filter((stem) => title.has(meaning(stem)));
  const ofTitle = inTitle.reduce((sum, stem) => sum + weightOf(stem), 0) * titleShare;
  return terms.reduce((sum, score, at) => sum + score / 2 ** at, 0) + ofTitle;
}

const weightOfTerm = (term: string, weightOf: (stem: string) => number): number =>
  stemsOf(term).reduce((sum, stem) => sum + weightOf(stem), 0);

/** 1 for a word of one question, ½ for one of two, and so on. */
function weights(questions: readonly Question[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of questions)
    for (const word of new Set(terms.flatMap(stemsOf).map(meaning)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return (stem) => 1 / (counts.get(meaning(stem)) ?? 1);
}
