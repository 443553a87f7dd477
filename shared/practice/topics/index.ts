import { consistencyAndScaling } from './consistency-and-scaling';
import { design } from './design';
import { estimates } from './estimates';
import { operationAndSecurity } from './operation-and-security';
import { requirements } from './requirements';
import type { Topic, TopicGroup } from './topic';

/** The terms of system design, by what they are about. */
export const topicGroups: readonly TopicGroup[] = [
  requirements,
  estimates,
  consistencyAndScaling,
  design,
  operationAndSecurity,
];

export const topics: readonly Topic[] = topicGroups.flatMap((group) => group.topics);
