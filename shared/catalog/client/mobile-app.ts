import type { Kind } from '../kind';

/** People with a telephone or a tablet. */
export const mobileApp: Kind = {
  id: 'mobile-app',
  title: 'Mobile app',
  layer: 'client',
  icon: 'smartphone',
  behaviour: 'source',
  purpose: 'Sends what people do in an app, over mobile networks, in many versions at a time.',
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
