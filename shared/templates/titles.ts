/** Title and summary of a template, known before it is loaded. */
export interface TemplateTitle {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** What it is an example of: one may choose from the templates by them. */
  readonly tags: readonly TemplateTag[];
}

/** The tags of templates, in the order in which they are offered. */
export const templateTags = [
  'worked out',
  'style',
  'caching',
  'events',
  'several regions',
  'recovery',
  'small',
  'overloaded',
] as const;
export type TemplateTag = (typeof templateTags)[number];

/** What each tag is called. */
export const tagTitles: Readonly<Record<TemplateTag, string>> = {
  'worked out': 'worked out',
  style: 'style',
  caching: 'caching',
  events: 'events',
  'several regions': 'several regions',
  recovery: 'recovery',
  small: 'small',
  overloaded: 'overloaded',
};

/** Title and summary of every template, in the order of the first page; the designs themselves are in `index.ts`. */
export const templateTitles = [
  {
    id: 'tinyurl',
    tags: ['worked out', 'caching'],
    title: 'TinyURL',
    summary:
      'Short links at 11.6k redirects a second: a cache keeps the load off the store, and every target is met.',
  },
  {
    id: 'tinyurl-without-cache',
    tags: ['worked out', 'overloaded'],
    title: 'TinyURL without its cache',
    summary: 'The same load straight onto the store, which is overloaded. Find out where, and fix it.',
  },
  {
    id: 'monolith',
    tags: ['style', 'small'],
    title: 'Monolith',
    summary:
      'One application, one database: the quickest way to a working product, and to its first thousand requests a second.',
  },
  {
    id: 'three-tier',
    tags: ['style', 'caching'],
    title: 'Three tiers',
    summary:
      'Web, application and data tiers, each scaled by itself, with a cache and a read replica beside the database.',
  },
  {
    id: 'microservices',
    tags: ['style', 'events'],
    title: 'Microservices',
    summary:
      'Services that own their data behind one gateway, talking synchronously where an answer is needed and by events where it is not.',
  },
  {
    id: 'event-driven',
    tags: ['style', 'events'],
    title: 'Event-driven',
    summary:
      'Events are written to a log once; each consumer reads them at its own rate, and can replay them.',
  },
  {
    id: 'serverless',
    tags: ['style', 'small'],
    title: 'Serverless',
    summary:
      'Functions, a managed store and a managed queue: nothing to operate, and no cost without traffic.',
  },
  {
    id: 'cqrs',
    tags: ['style', 'events'],
    title: 'CQRS',
    summary:
      'Commands go to a model that keeps the rules, queries to one that is shaped for reading; events keep the second up to date.',
  },
  {
    id: 'publish-subscribe',
    tags: ['style', 'events'],
    title: 'Publish and subscribe',
    summary: 'One topic, any number of subscribers: each gets every message through its own queue.',
  },
  {
    id: 'active-passive',
    tags: ['several regions', 'recovery'],
    title: 'Active-passive',
    summary:
      'One region is active, a second is on standby with a copy of the data and takes over when the first is lost.',
  },
  {
    id: 'active-active',
    tags: ['several regions', 'recovery'],
    title: 'Active-active',
    summary: 'Two active regions, each near its users, each with capacity for the whole load.',
  },
] as const satisfies readonly TemplateTitle[];

export type TemplateId = (typeof templateTitles)[number]['id'];
