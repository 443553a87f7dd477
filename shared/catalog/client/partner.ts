import type { Kind } from '../kind';

/** Another company's system that calls us. */
export const partner: Kind = {
  id: 'partner',
  title: 'Partner system',
  layer: 'client',
  icon: 'building',
  behaviour: 'source',
  purpose: 'Another company’s program that calls the design: with a key, in bursts, and by contract.',
  guide: {
    when: 'For callers who have a contract: merchants, members of an exchange, agencies, programs that send webhooks to you.',
    whenNot:
      'For a system that you call: that is an external API, which answers, has a quota and can be down.',
    tradeOffs: [
      'Few callers with large rates: one of them can take the capacity of all the others, so limit by caller.',
      'They integrate once and change late: every change of the interface needs a version and a date.',
      'Their retries come without a person who loses patience: make writes repeatable by a key.',
    ],
    failsFirst:
      'The share of the others: a nightly export or a retry loop of one partner fills the queue that all of them wait in.',
  },
  keywords: ['b2b', 'third party', 'merchant', 'integration', 'api consumer', 'company', 'member', 'webhook'],
  technologies: [
    { name: 'REST client', aliases: ['server to server', 'http client'] },
    { name: 'Webhook sender', aliases: ['callback', 'incoming webhook'] },
    { name: 'FIX member', aliases: ['fix', 'broker', 'exchange member'] },
    { name: 'File transfer', aliases: ['sftp', 'edi', 'as2'] },
  ],
  defaults: {},
  main: [],
  more: [],
};
