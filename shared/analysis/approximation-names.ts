import type { Approximation } from './analysis';

/** What an approximation is called in a list; its reason in a sentence is the window's. */
export const approximationNames: Readonly<Record<Approximation, string>> = {
  parallel: 'parallel',
  'repeated-visits': 'repeated-visits',
  loop: 'loop',
  'general-service': 'general-service',
  'round-robin': 'round-robin',
  replicated: 'replicated',
  asynchronous: 'asynchronous',
  places: 'places',
  budget: 'budget',
};
