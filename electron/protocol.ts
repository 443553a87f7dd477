import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { appScheme, isAppUrl } from './origin';
import { securityHeaders } from './security.mjs';
import { cacheControlOf, contentTypeOf, resolveWebFile } from './web-files.mjs';

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
  const file = resolveWebFile(root, pathname);
  if (file === null) return refuse(404);
  const content = await readFile(file).catch(missingFile);
  if (content === null) return refuse(404);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(content), {
    headers: {
      ...securityHeaders,
      'Content-Type': contentTypeOf(file),
      'Cache-Control': cacheControlOf(pathname),
    },
  });
}

function missingFile(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
  throw error;
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
