import type { Guides } from './guide';

export const messagingGuides: Guides = {
  queue: {
    when: 'For work that one worker must do once and for which nobody waits: mails, thumbnails, calls to a slow partner, peaks that may be worked off later.',
    whenNot:
      'When several kinds of readers want the same events, or want to read them again: that is a stream. When the caller needs the answer, a queue only makes the wait longer.',
    tradeOffs: [
      'Delivery is at least once, so each worker has to bear the same message twice.',
      'With several workers order is lost; FIFO queues give it back at a fraction of the rate.',
      'A backlog hides trouble: watch the age of the oldest message, not only their number.',
    ],
    failsFirst:
      'The workers: the queue takes in more than they drain, its age grows, and what comes out is too old to matter.',
  },
  stream: {
    when: 'When several readers need the same events, in order for each key, and may want to start again from last week: clicks, changes of a database, trades.',
    whenNot:
      'For single jobs with their own retries and delays: one message that cannot be done holds up its whole partition. For a few messages a minute it is much to run.',
    tradeOffs: [
      'Order holds within a partition only, so the key decides both order and balance.',
      'Readers cannot exceed the partitions, and more partitions later send keys to other places.',
      'Readers keep their own place, so replaying is easy, and doing things twice is too.',
    ],
    failsFirst:
      'One hot partition or one slow group of readers; after that the disk, when retention was set by hope.',
  },
  'pub-sub': {
    when: 'To tell many what happened without knowing them: an order was paid, and mail, stock and search each hear of it in their own queue.',
    whenNot:
      'When readers want history or order; most topics forget what was delivered. When there is one reader, a queue says it more plainly.',
    tradeOffs: [
      'A new subscriber costs the sender nothing, and nobody sees any longer who depends on the message.',
      'Each message is multiplied by its subscribers, in load and in price.',
      'Products differ most in what happens to someone who is away: some keep trying for days, some drop the message at once.',
    ],
    failsFirst:
      'The slowest subscriber, where the topic pushes: it is swamped, refuses, and the repeats make it worse. Put a queue in front of each.',
  },
  'dead-letter-queue': {
    when: 'Beside every queue or stream whose messages matter, so that one that cannot be done stops blocking the others and is not lost.',
    whenNot: 'For work that is worthless a minute later, and as a place to put errors that nobody will read.',
    tradeOffs: [
      'Somebody must own it: an alert on the first message and a way to send it back after the repair.',
      'Messages in it have lost their order; putting them back can undo newer ones.',
      'It keeps what the messages hold, personal data too, longer than anything else.',
    ],
    failsFirst:
      'Attention: it fills during an outage of something else, and its retention ends before anyone has looked.',
  },
};
