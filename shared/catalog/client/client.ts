import type { Kind } from '../kind';

/** Whoever sends the requests. */
export const client: Kind = {
  id: 'client',
  title: 'Client',
  layer: 'client',
  icon: 'users',
  behaviour: 'source',
  purpose: 'Sends the requests: people with a browser or an app, or another company’s program.',
  guide: {
    when: 'To start the load of a design while it does not matter yet whether a browser, an app or a program sends it.',
    whenNot:
      'Where browser, app and partner differ in rate, targets or way in: draw each of them, so that each has its own flows.',
    tradeOffs: [
      'One box for everybody keeps the drawing small, and averages together people whom you promise different things.',
      'Its rate is the peak that you state: every figure behind it is as good as that one number.',
    ],
    failsFirst:
      'Nothing here: it has no queue and takes no time. A slow design shows as clients that wait, give up and press reload.',
  },
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
