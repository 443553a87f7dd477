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
    { name: 'Web client', aliases: ['website', 'visitors'] },
    { name: 'Desktop app', aliases: ['windows', 'macos', 'linux', 'electron'] },
    { name: 'Command line', aliases: ['cli', 'sdk', 'terminal'] },
    { name: 'Device', aliases: ['iot', 'sensor', 'smart tv', 'set-top box', 'console'] },
  ],
  defaults: {},
  main: [],
  more: [],
};
