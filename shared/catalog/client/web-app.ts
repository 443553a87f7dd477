import type { Kind } from '../kind';

/** People with a browser. */
export const webApp: Kind = {
  id: 'web-app',
  title: 'Web app',
  layer: 'client',
  icon: 'app-window',
  behaviour: 'source',
  purpose: 'Sends what people do in a browser: pages, scripts, pictures and the calls of the page itself.',
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
