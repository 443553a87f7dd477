import { invalidations, writePolicies } from '../vocabulary';
import { bytes, choice, field, flag, seconds, share, shareByFlow, text, variation, whole } from './field';

/** How often a cache answers, and how it keeps up with what is written. */
export const cacheFields = {
  hitRate: field(share, {
    title: 'Hit rate',
    neutral: { value: 0, why: 'Nothing is found in it' },
    inLoads: true,
  }),
  hitRates: field(shareByFlow, { title: 'Hit rate by flow', inLoads: true }),
  items: field(whole, { title: 'Items', hint: 'Distinct items that are requested' }),
  zipfExponent: field(variation, { title: 'Zipf exponent', hint: 'Skew of popularity; 0 is uniform' }),
  memoryBytes: field(bytes, { title: 'Memory', hint: 'Per server' }),
  ttlSeconds: field(seconds, { title: 'TTL' }),
  evictionPolicy: field(text, { title: 'Eviction policy', offered: false }),
  invalidation: field(choice(invalidations, { 'on-write': 'on each write' }), { title: 'Invalidation' }),
  writePolicy: field(
    choice(writePolicies, {
      around: 'write-around',
      through: 'write-through',
      behind: 'write-behind',
    }),
    { title: 'Write policy' },
  ),
  stampedeProtection: field(flag, {
    title: 'Stampede protection',
    hint: 'When a popular item expires, one request fetches it and the others wait',
  }),
};
