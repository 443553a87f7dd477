import type { Kind } from '../kind';

/** Another company's system that calls us. */
export const partner: Kind = {
  id: 'partner',
  title: 'Partner system',
  layer: 'client',
  icon: 'building',
  behaviour: 'source',
  purpose: 'Another company’s program that calls the design: with a key, in bursts, and by contract.',
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
