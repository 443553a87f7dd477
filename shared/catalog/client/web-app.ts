import type { Kind } from '../kind';

/** People with a browser. */
export const webApp: Kind = {
  id: 'web-app',
  title: 'Web app',
  layer: 'client',
  icon: 'app-window',
  behaviour: 'source',
  purpose: 'Sends what people do in a browser: pages, scripts, pictures and the calls of the page itself.',
  guide: {
    when: 'For people in a browser. Give pages, assets and calls of the API flows of their own: they differ in rate and in what may be cached.',
    whenNot: 'For programs that call an API by themselves: a partner retries, has a key and has no screen.',
    tradeOffs: [
      'Every release is live at once, and every visit may download it again.',
      'Code and tokens lie on a machine that you do not control: all that it sends must be checked again.',
      'One page view is dozens of requests; a rate in page views is not a rate in requests.',
    ],
    failsFirst:
      'The connection of the user, not your servers: on a slow one the size of the scripts decides what the page feels like.',
  },
  keywords: ['browser', 'frontend', 'single page', 'spa', 'website', 'page', 'people', 'user'],
  technologies: [
    { name: 'Browser', aliases: ['chrome', 'firefox', 'safari', 'edge browser'] },
    { name: 'React', icon: 'react', aliases: ['react spa', 'next.js', 'nextjs', 'remix'] },
    { name: 'Angular' },
    { name: 'Vue', aliases: ['vue.js', 'nuxt'] },
    { name: 'Svelte', aliases: ['sveltekit'] },
  ],
  defaults: {},
  main: [],
  more: [],
};
