import { protocol } from 'electron';
import { appScheme, isAppUrl } from './origin';
import { securityHeaders } from './security.mjs';
import { cacheControlOf, contentTypeOf, readWebFile } from './web-files.mjs';

/** Makes the scheme an origin like any other: storage, relative addresses, fetch, workers. Once, before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built window from `root`, an absolute path, under the app's scheme. After `ready`. */
export function handleScheme(root: string): void {
  protocol.handle(appScheme, (request) => answer(request, root));
}

/** What a request to the app's scheme is answered with: a file of the built window, with the security headers. */
export async function answer(request: Request, root: string): Promise<Response> {
  if (!isAppUrl(request.url)) return refuse(421);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const { pathname } = new URL(request.url);
  const found = await readWebFile(root, pathname);
  if (found === null) return refuse(404);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(found.content), {
    headers: {
      ...securityHeaders,
      'Content-Type': contentTypeOf(found.file),
      'Cache-Control': cacheControlOf(pathname),
    },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
