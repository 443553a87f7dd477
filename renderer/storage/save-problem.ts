import type { Problem } from '../../shared/practice/problem';
import { platform } from '../platform/current';
import { fileNameOf } from './file';

/** Saves a problem as a file that another window can open. */
export const saveProblem = (problem: Problem): Promise<void> =>
  platform().saveFile(
    fileNameOf(problem.title, 'problem.json'),
    new Blob([JSON.stringify(problem, null, 2)], { type: 'application/json' }),
  );
