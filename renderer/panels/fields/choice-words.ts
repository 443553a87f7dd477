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
  external: 'external store',
  few: 'few values',
  many: 'many values',
  monotonic: 'monotonically increasing',
  'last-write-wins': 'last write wins',
  'home-region': 'home region',
  'on-write': 'on each write',
  around: 'write-around',
  through: 'write-through',
  behind: 'write-behind',
  'api-key': 'API key',
  'mutual-tls': 'mutual TLS',
  'allow-list': 'allow list',
  open: 'unrestricted',
  'at-most-once': 'at most once',
  'at-least-once': 'at least once',
  'exactly-once': 'exactly once',
};

/** The title of a value of a choice. */
export const choiceTitle = (value: string): string => own(choiceTitles, value) ?? value;
