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
import { type TemplateId, type TemplateTitle, templateTitles } from './titles';

/** A finished design to start from. */
export interface Template extends TemplateTitle {
  readonly design: Design;
}

// A JSON module is typed by its values, not by the schema; that it is a design is a test, not worth a parse at each start.
const designs: Readonly<Record<TemplateId, unknown>> = {
  tinyurl: tinyurl,
  'tinyurl-without-cache': tinyurlWithoutCache,
  monolith: monolith,
  'three-tier': threeTier,
  microservices: microservices,
  'event-driven': eventDriven,
  serverless: serverless,
  cqrs: cqrs,
  'publish-subscribe': publishSubscribe,
  'active-passive': activePassive,
  'active-active': activeActive,
};

/** Every template, in the order of the first page. */
export const templates: readonly Template[] = templateTitles.map((title) => ({
  ...title,
  design: designs[title.id] as Design,
}));

/** The template of this id, or `undefined`. */
export const templateOf = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
