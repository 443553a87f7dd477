/** What the window shows, kept in the address so that reload, back and forward find it. */
export type Route =
  | { readonly page: 'library' }
  | { readonly page: 'practice' }
  /** A design, or the review of the attempt of that id. */
  | { readonly page: 'design' | 'attempt'; readonly id: string }
  /** A design that is yet to be made: from the template of that id, or an empty one. Its own address takes the place of this one. */
  | { readonly page: 'new'; readonly template: string | null };

export function routeOf(hash: string): Route {
  if (hash === '#/practice') return { page: 'practice' };
  const [isNew, , template = null] = /^#\/new(\/([a-z0-9-]{1,64}))?$/.exec(hash) ?? [];
  if (isNew !== undefined) return { page: 'new', template };
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
    case 'new':
      return route.template === null ? '#/new' : `#/new/${route.template}`;
    default:
      return `#/${route.page}/${route.id}`;
  }
}
