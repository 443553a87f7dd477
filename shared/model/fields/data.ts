import { conflictRules, dataClasses, keySpreads } from '../vocabulary';
import { bytes, choice, factor, field, flag, several, text } from './field';

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
  itemBytes: field(bytes, {
    title: 'Item size',
    hint: 'Of the answer to one call of a service; a flow’s own response where it is left out',
  }),
  storageFactor: field(factor, {
    title: 'Storage overhead',
    hint: 'Bytes on disk ÷ bytes stored: indexes, free space',
  }),
  inMemory: field(flag, { title: 'Kept in memory' }),
  diskBytes: field(bytes, { title: 'Disk', hint: 'Per server' }),
};
