import { describeProblem } from '../../shared/model/problems';
import type { Problem } from '../../shared/model/result';
import { language } from './language';

/** What is wrong with a file, where, and the way out, in the language of the window. */
export const problemWords = (problem: Problem): string => describeProblem(problem, undefined, language());
