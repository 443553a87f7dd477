import { own } from '../../../shared/model/own';

const choiceTitles: Readonly<Record<string, string>> = {
  'least-connections': 'least connections',
  'round-robin': 'round robin',
  'ip-hash': 'by IP hash',
  geo: 'by region',
  async: 'asynchronous',
  sync: 'synchronous',
  'semi-sync': 'semi-synchronous',
  any: 'any replica',
  'inline-cache': 'inline cache',
  'aside-cache': 'aside cache',
  'pass-through': 'not modelled',
  'payment-card': 'payment cards',
  'in-memory': 'in memory',
  external: 'outside of it',
  few: 'few values',
  many: 'many values',
  monotonic: 'ever growing',
  'last-write-wins': 'last write wins',
  'home-region': 'home region',
  'on-write': 'on each write',
  around: 'past the cache',
  through: 'through the cache',
  behind: 'later, from the cache',
  'api-key': 'API key',
  'mutual-tls': 'mutual TLS',
  'allow-list': 'only to a list',
  open: 'anywhere',
  'at-most-once': 'at most once',
  'at-least-once': 'at least once',
  'exactly-once': 'exactly once',
};

/** The words for one of the values of a choice. */
export const choiceTitle = (value: string): string => own(choiceTitles, value) ?? value;
