import { deliveries } from '../vocabulary';
import { choice, field, flag, seconds, servers, text, whole } from './field';

/** What a queue or a stream promises. */
export const bufferFields = {
  partitions: field(servers, { title: 'Partitions' }),
  consumersPerPartition: field(servers, { title: 'Consumers per partition' }),
  retentionSeconds: field(seconds, { title: 'Retention' }),
  deadLetter: field(flag, {
    title: 'Dead-letter queue',
    hint: 'Messages that fail repeatedly are moved to it',
  }),
  delivery: field(
    choice(deliveries, {
      'at-most-once': 'at most once',
      'at-least-once': 'at least once',
      'exactly-once': 'exactly once',
    }),
    { title: 'Delivery guarantee' },
  ),
  partitionKey: field(text, { title: 'Partition key' }),
  backlogLimit: field(whole, { title: 'Max backlog' }),
  maxAgeSeconds: field(seconds, { title: 'Max message age', hint: 'How long a message may wait' }),
};
