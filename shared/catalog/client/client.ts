import type { Kind } from '../kind';

/** Whoever sends the requests. */
export const client: Kind = {
  id: 'client',
  title: 'Client',
  layer: 'client',
  icon: 'users',
  behaviour: 'source',
  purpose: 'Sends the requests: people with a browser or an app, or another company’s program.',
  keywords: ['user', 'users', 'visitor', 'customer', 'traffic', 'load', 'consumer', 'frontend'],
  technologies: [
    { name: 'Web client', aliases: ['browser', 'website', 'web app', 'spa', 'react'] },
    { name: 'Mobile app', aliases: ['ios', 'android', 'phone', 'iphone', 'flutter', 'react native'] },
    { name: 'Desktop app', aliases: ['windows', 'macos', 'electron'] },
    { name: 'Partner system', aliases: ['partner', 'api consumer', 'b2b', 'third party'] },
  ],
  defaults: {},
  main: [],
  more: [],
};
