import { conflictRules, dataClasses, keySpreads } from '../vocabulary';
import { bytes, choice, field, flag, several, text } from './field';

/** What a store keeps, and how. */
export const dataFields = {
  dataClasses: field(several(dataClasses, { 'payment-card': 'payment cards' }), { title: 'Data classes' }),
  transactions: field(flag, {
    title: 'Transactions',
    hint: 'Or conditional writes: of two concurrent writes to an item one fails',
  }),
  tokenized: field(flag, { title: 'Card tokens only' }),
  shardKey: field(text, { title: 'Shard key' }),
  shardKeySpread: field(
    choice(keySpreads, {
      few: 'few values',
      many: 'many values',
      monotonic: 'monotonically increasing',
    }),
    { title: 'Shard key values' },
  ),
  multiLeader: field(flag, { title: 'Multi-leader' }),
  conflictRule: field(
    choice(conflictRules, {
      'last-write-wins': 'last write wins',
      'home-region': 'home region',
    }),
    { title: 'Conflict resolution' },
  ),
  residency: field(text, { title: 'Data residency', hint: 'A jurisdiction, e.g. EU' }),
  diskBytes: field(bytes, { title: 'Disk', hint: 'Per server' }),
};
