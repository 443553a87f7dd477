import { cacheGuides } from './cache';
import { clientGuides } from './client';
import { dataGuides } from './data';
import { edgeGuides } from './edge';
import { externalGuides } from './external';
import type { Guide, Guides } from './guide';
import { messagingGuides } from './messaging';
import { operationsGuides } from './operations';
import { serviceGuides } from './service';
import { trafficGuides } from './traffic';

/**
 * Every guide by its kind's id. They are long and nothing is computed from them, so they stand apart from the kinds: who
 * draws or analyses loads none of them.
 */
export const guides: Guides = {
  ...clientGuides,
  ...edgeGuides,
  ...trafficGuides,
  ...serviceGuides,
  ...cacheGuides,
  ...messagingGuides,
  ...dataGuides,
  ...externalGuides,
  ...operationsGuides,
};

/** What is to be known about a kind before it is chosen, or `undefined` where the catalog has no such kind. */
export const guideOf = (kind: string): Guide | undefined =>
  Object.hasOwn(guides, kind) ? guides[kind] : undefined;
