import type { Design } from '../model/schema';
import activeActive from './active-active.json';
import activePassive from './active-passive.json';
import cqrs from './cqrs.json';
import eventDriven from './event-driven.json';
import microservices from './microservices.json';
import monolith from './monolith.json';
import publishSubscribe from './publish-subscribe.json';
import serverless from './serverless.json';
import threeTier from './three-tier.json';
import tinyurl from './tinyurl.json';
import tinyurlWithoutCache from './tinyurl-without-cache.json';

/** A finished design to start from. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly design: Design;
}

// A JSON module is typed by its values, not by the schema; that it is a design is a test, not worth a parse at each start.
const designIn = (json: unknown): Design => json as Design;

/** Every template, in the order of the first page. */
export const templates: readonly Template[] = [
  {
    id: 'tinyurl',
    title: 'TinyURL',
    summary:
      'Short links at 11.6k redirects a second: a cache keeps the store free, and every target is met.',
    design: designIn(tinyurl),
  },
  {
    id: 'tinyurl-without-cache',
    title: 'TinyURL without its cache',
    summary: 'The same load straight onto the store, which gives way. Find out where, and mend it.',
    design: designIn(tinyurlWithoutCache),
  },
  {
    id: 'monolith',
    title: 'Monolith',
    summary:
      'One application, one database: the quickest way to a working product, and to its first thousand requests a second.',
    design: designIn(monolith),
  },
  {
    id: 'three-tier',
    title: 'Three tiers',
    summary:
      'Web, application and data tiers, each scaled by itself, with a cache and a read replica beside the database.',
    design: designIn(threeTier),
  },
  {
    id: 'microservices',
    title: 'Microservices',
    summary:
      'Services that own their data behind one gateway, talking synchronously where an answer is needed and by events where it is not.',
    design: designIn(microservices),
  },
  {
    id: 'event-driven',
    title: 'Event-driven',
    summary:
      'Facts go onto a log once; whoever needs them follows at their own pace, and can read them again.',
    design: designIn(eventDriven),
  },
  {
    id: 'serverless',
    title: 'Serverless',
    summary:
      'Functions, a managed store and a managed queue: nothing to run, and nothing to pay while nobody comes.',
    design: designIn(serverless),
  },
  {
    id: 'cqrs',
    title: 'CQRS',
    summary:
      'Commands go to a model that keeps the rules, queries to one that is shaped for reading; events carry the one to the other.',
    design: designIn(cqrs),
  },
  {
    id: 'publish-subscribe',
    title: 'Publish and subscribe',
    summary: 'One topic, any number of subscribers: each gets every message through a queue of its own.',
    design: designIn(publishSubscribe),
  },
  {
    id: 'active-passive',
    title: 'Active-passive',
    summary:
      'One region works, a second stands by with a copy of the data and takes over when the first is lost.',
    design: designIn(activePassive),
  },
  {
    id: 'active-active',
    title: 'Active-active',
    summary: 'Two regions that both work, each near its users, each able to carry the whole load.',
    design: designIn(activeActive),
  },
];

/** The template of this id, or `undefined`. */
export const templateOf = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
