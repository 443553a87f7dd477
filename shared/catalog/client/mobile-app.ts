import type { Kind } from '../kind';

/** People with a telephone or a tablet. */
export const mobileApp: Kind = {
  id: 'mobile-app',
  title: 'Mobile app',
  layer: 'client',
  icon: 'smartphone',
  behaviour: 'source',
  purpose: 'Sends what people do in an app, over mobile networks, in many versions at a time.',
  guide: {
    when: 'For people with an app: push messages, work without a network, and versions that live on for years.',
    whenNot: 'For the same site in a small browser: that is a web app, with its releases and its caches.',
    tradeOffs: [
      'An old version cannot be called back: the API must serve every version that is still installed.',
      'A round trip on 4G takes 50 to 100 ms and drops now and then: fewer, larger calls, and keys that make a repeat harmless.',
      'A push message to everybody brings everybody back within a minute.',
    ],
    failsFirst:
      'Whatever a push message or the start of the app calls: all phones do it at the same moment, and again after an outage.',
  },
  keywords: ['phone', 'app', 'smartphone', 'tablet', 'native', 'user', 'people'],
  technologies: [
    { name: 'iOS', icon: 'apple', aliases: ['iphone', 'ipad', 'swift', 'apple'] },
    { name: 'Android', aliases: ['android app', 'kotlin multiplatform'] },
    { name: 'React Native', icon: 'react', aliases: ['expo'] },
    { name: 'Flutter', aliases: ['dart'] },
  ],
  defaults: {},
  main: [],
  more: [],
};
