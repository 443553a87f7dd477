import { cache } from './cache';
import { failover } from './failover';
import type { Lesson } from './lesson';
import { queue } from './queue';
import { quorum } from './quorum';
import { replication } from './replication';
import { scaling } from './scaling';
import { shards } from './shards';

/** Every lesson, in the order in which one builds on another. */
export const lessons: readonly Lesson[] = [queue, cache, scaling, shards, failover, replication, quorum];

/** The lesson of this id, or `undefined`. */
export const lessonOf = (id: string): Lesson | undefined => lessons.find((lesson) => lesson.id === id);
