import type { Approximation } from './analysis';

/** What an approximation is called in a list. */
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

/** Why a figure is approximate, as a part of a sentence. */
export const approximationTexts: Readonly<Record<Approximation, string>> = {
  parallel: 'parallel calls',
  'repeated-visits': 'repeated visits to a component',
  loop: 'a loop',
  'general-service': 'service times that are not exponential',
  'round-robin': 'round-robin load balancing',
  replicated: 'waits for several replicas',
  asynchronous: 'asynchronous calls (completion only)',
  places: 'waits for a place in progress',
  budget: 'a flow too large to be computed in full',
};
