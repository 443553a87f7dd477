/** What the window shows, kept in the address so that reload, back and forward find it. */
export type Route = { readonly page: 'library' } | { readonly page: 'design'; readonly id: string };

export function routeOf(hash: string): Route {
  const id = /^#\/design\/([A-Za-z0-9_-]{1,64})$/.exec(hash)?.[1];
  return id === undefined ? { page: 'library' } : { page: 'design', id };
}

export function hashOf(route: Route): string {
  return route.page === 'library' ? '#/' : `#/design/${route.id}`;
}
