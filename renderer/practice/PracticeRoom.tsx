import { useWorkspace } from '../store/workspace';
import { ProblemPage } from './problems/ProblemPage';
import { ReviewPage } from './review/ReviewPage';

/** The pages of practice: the problems, or the review of one attempt. */
export function PracticeRoom() {
  const shown = useWorkspace((state) => state.attemptShown);
  return shown === null ? <ProblemPage /> : <ReviewPage key={shown} id={shown} />;
}
