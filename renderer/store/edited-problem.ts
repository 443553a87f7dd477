import { create } from 'zustand';
import type { Problem } from '../../shared/practice/problem';

/** The problem of one's own that is being edited in a dialog; null while none is. */
export const useEditedProblem = create<{ readonly problem: Problem | null }>(() => ({ problem: null }));

export const editProblem = (problem: Problem): void => useEditedProblem.setState({ problem });

export const closeEditedProblem = (): void => useEditedProblem.setState({ problem: null });
