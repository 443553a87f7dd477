import type { Problem } from '../../../shared/practice/problem';
import { readProblem } from '../../../shared/practice/read-problem';
import { problemWords } from '../../words/problem-words';
import { t } from '../../words/t';

/** What is still missing of a problem, in words; empty where it can be practised. */
export function faultsOf(problem: Problem | null): readonly string[] {
  if (problem === null)
    return [t('The design has no flow with a rate: nothing of an answer could be measured.')];
  const checked = readProblem(problem);
  return [
    ...(problem.title.trim() === '' ? [t('It has no title.')] : []),
    ...(problem.prompt.text.trim() === ''
      ? [t('It has no task: write what the interviewer says at the beginning.')]
      : []),
    ...unwritten(problem),
    ...(checked.ok ? [] : checked.problems.map(problemWords)),
  ];
}

/** Entries that were added and are not written, each by its place. */
function unwritten({ questions, deepDive, followUps, hints, variants }: Problem): readonly string[] {
  const named = [
    ...places(questions, t('Question'), ({ title, text }) => title !== '' && text !== ''),
    ...places(deepDive, t('Deep dive'), ({ title, names }) => title !== '' && names.length > 0),
    ...places(followUps, t('Follow-up'), ({ title }) => title !== ''),
    ...places(hints, t('Hint'), ({ text }) => text !== ''),
    ...places(variants, t('Variant'), ({ title, text }) => title !== '' && text !== ''),
  ];
  return named.map((place) => t('{place} is not written yet.', { place }));
}

const places = <Entry>(
  entries: readonly Entry[],
  title: string,
  isWritten: (entry: Entry) => boolean,
): readonly string[] =>
  entries.flatMap((entry, at) =>
    isWritten(entry) ? [] : [t('{list} {number}', { list: title, number: at + 1 })],
  );
