import { acknowledgements, deliveries } from '../vocabulary';
import { choice, field, flag, ms, seconds, servers, text, whole } from './field';

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
  copies: field(servers, {
    title: 'Copies',
    hint: 'Of each message, on servers of their own',
  }),
  acknowledge: field(choice(acknowledgements, { all: 'all copies', leader: 'leader only' }), {
    title: 'Acknowledges after',
    hint: 'Which copies have a message when the producer is answered',
  }),
  ordered: field(flag, {
    title: 'Ordered',
    hint: 'The messages of a partition are processed in their order, one at a time',
  }),
  record: field(flag, {
    title: 'System of record',
    hint: 'What it keeps is kept nowhere else',
  }),
  transitMs: field(ms, {
    title: 'Transit time',
    hint: 'Mean time from acknowledgement to delivery: polling, batching',
  }),
  partitionKey: field(text, { title: 'Partition key' }),
  backlogLimit: field(whole, { title: 'Max backlog' }),
  maxAgeSeconds: field(seconds, { title: 'Max message age', hint: 'How long a message may wait' }),
};
