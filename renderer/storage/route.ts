/** What the window shows, kept in the address so that reload, back and forward find it. */
export type Route =
  | { readonly page: 'library' }
  | { readonly page: 'practice' }
  /** A design, or the review of the attempt of that id. */
  | { readonly page: 'design' | 'attempt'; readonly id: string };

export function routeOf(hash: string): Route {
  if (hash === '#/practice') return { page: 'practice' };
  const [, page, id] = /^#\/(design|attempt)\/([A-Za-z0-9_-]{1,64})$/.exec(hash) ?? [];
  if (id === undefined) return { page: 'library' };
  return { page: page === 'attempt' ? 'attempt' : 'design', id };
}

export function hashOf(route: Route): string {
  switch (route.page) {
    case 'library':
      return '#/';
    case 'practice':
      return '#/practice';
    default:
      return `#/${route.page}/${route.id}`;
  }
}
