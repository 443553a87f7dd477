import type { Severity, Stage } from './rule';

export const severityTitles: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Hint',
};

/** When a finding of a stage is shown. */
export const stageTitles: Readonly<Record<Stage, string>> = {
  broken: 'at once',
  unfinished: 'while drawing',
  review: 'in Problems',
  question: 'as a question',
};
