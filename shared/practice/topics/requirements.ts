import type { TopicGroup } from './topic';

export const requirements: TopicGroup = {
  id: 'requirements',
  title: 'Requirements',
  topics: [
    {
      id: 'functional-requirements',
      title: 'Functional requirements',
      text: 'What the system does for whom: the use cases that are in, and those that are left out on purpose. Three or four are enough for a design of an hour.',
      keywords: ['use case scenario scope usage pattern'],
      kinds: [],
      rules: [],
    },
    {
      id: 'non-functional-requirements',
      title: 'Non-functional requirements',
      text: 'How well it does it: latency, throughput, availability, consistency, durability, cost, each as a number that can be measured. In Loadline they are targets, of a flow or of the design.',
      keywords: ['quality attribute slo target constraint timeline'],
      kinds: [],
      rules: ['availability-target-missed'],
    },
    {
      id: 'reliability',
      title: 'Reliability',
      text: 'The system does what it should, also when parts of it fail: correctness, fault tolerance and recovery together. Availability is the part of it that one can count.',
      keywords: ['correctness maintainability fault tolerance'],
      kinds: [],
      rules: ['single-point-of-failure'],
    },
    {
      id: 'iterative-development',
      title: 'Iterative development',
      text: 'Begin with the simplest design that works, measure it, and improve what limits it: a design for ten times the load is enough, and one for a thousand times is guessed. In Loadline the steps are the undo history, the growth calendar of the Load tab says when the next one is due, and a replay shows how an attempt came about.',
      keywords: ['iteration agile incremental evolve step by step mvp'],
      kinds: [],
      rules: ['growth-passes-capacity', 'over-provisioned'],
    },
  ],
};
