import type { Guides } from './guide';

export const messagingGuides: Guides = {
  queue: {
    when: 'For asynchronous work that one worker does once: mails, thumbnails, calls to a slow partner, peaks that may be processed later.',
    whenNot:
      'When several consumers need the same events, or replay: that is a stream. When the caller needs the response, a queue only makes the wait longer.',
    tradeOffs: [
      'Delivery is at least once, so each worker must be idempotent.',
      'With several workers order is lost; FIFO queues keep it at a fraction of the rate.',
      'A backlog hides problems: monitor the age of the oldest message, not only the count.',
    ],
    failsFirst:
      'The workers: messages arrive faster than they drain, their age grows, and they are processed too late to matter.',
  },
  stream: {
    when: 'When several consumers need the same events, in order by key, and may replay last week: clicks, changes of a database, trades.',
    whenNot:
      'For single jobs with their own retries and delays: one message that fails blocks its whole partition. For a few messages a minute it is too much to operate.',
    tradeOffs: [
      'Order holds within a partition only, so the key decides both order and balance.',
      'Consumers cannot exceed the partitions, and adding partitions later moves keys.',
      'Consumers keep their own offset, so replay is easy, and so is processing twice.',
    ],
    failsFirst:
      'One hot partition or one slow consumer group; after that the disk, when retention was not sized.',
  },
  'pub-sub': {
    when: 'To notify many consumers without knowing them: an order was paid, and mail, stock and search each get it in their own queue.',
    whenNot:
      'When consumers need history or order; most topics drop what was delivered. For one consumer, a queue is simpler.',
    tradeOffs: [
      'A new subscriber costs the sender nothing, and the sender no longer knows who depends on the message.',
      'Each message is multiplied by its subscribers, in load and in price.',
      'Products differ most in what happens to an offline subscriber: some retry for days, some drop the message at once.',
    ],
    failsFirst:
      'The slowest subscriber, where the topic pushes: it is overloaded, refuses, and the retries make it worse. Put a queue in front of each.',
  },
  'dead-letter-queue': {
    when: 'Beside every queue or stream whose messages matter, so that one that fails does not block the others and is not lost.',
    whenNot: 'For work that has no value a minute later, and as a place for errors that nobody reads.',
    tradeOffs: [
      'It needs an owner, an alert on the first message and a way to send messages back after the fix.',
      'Messages in it have lost their order; putting them back can undo newer ones.',
      'It keeps the content of messages, personal data included, longer than anything else.',
    ],
    failsFirst:
      'Its retention: it fills during an outage elsewhere, and messages expire before anyone has looked.',
  },
};
