/** What is said of a template before it is loaded. */
export interface TemplateTitle {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

/** Every template by what is said of it, in the order of the first page; the designs themselves are in `index.ts`. */
export const templateTitles = [
  {
    id: 'tinyurl',
    title: 'TinyURL',
    summary:
      'Short links at 11.6k redirects a second: a cache keeps the store free, and every target is met.',
  },
  {
    id: 'tinyurl-without-cache',
    title: 'TinyURL without its cache',
    summary: 'The same load straight onto the store, which is overloaded. Find out where, and fix it.',
  },
  {
    id: 'monolith',
    title: 'Monolith',
    summary:
      'One application, one database: the quickest way to a working product, and to its first thousand requests a second.',
  },
  {
    id: 'three-tier',
    title: 'Three tiers',
    summary:
      'Web, application and data tiers, each scaled by itself, with a cache and a read replica beside the database.',
  },
  {
    id: 'microservices',
    title: 'Microservices',
    summary:
      'Services that own their data behind one gateway, talking synchronously where an answer is needed and by events where it is not.',
  },
  {
    id: 'event-driven',
    title: 'Event-driven',
    summary:
      'Facts go onto a log once; whoever needs them follows at their own pace, and can read them again.',
  },
  {
    id: 'serverless',
    title: 'Serverless',
    summary:
      'Functions, a managed store and a managed queue: nothing to run, and nothing to pay while nobody comes.',
  },
  {
    id: 'cqrs',
    title: 'CQRS',
    summary:
      'Commands go to a model that keeps the rules, queries to one that is shaped for reading; events carry the one to the other.',
  },
  {
    id: 'publish-subscribe',
    title: 'Publish and subscribe',
    summary: 'One topic, any number of subscribers: each gets every message through a queue of its own.',
  },
  {
    id: 'active-passive',
    title: 'Active-passive',
    summary:
      'One region works, a second stands by with a copy of the data and takes over when the first is lost.',
  },
  {
    id: 'active-active',
    title: 'Active-active',
    summary: 'Two regions that both work, each near its users, each able to carry the whole load.',
  },
] as const satisfies readonly TemplateTitle[];

export type TemplateId = (typeof templateTitles)[number]['id'];
