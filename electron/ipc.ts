import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type RequestInput, type RequestName, type RequestOutput, requests } from '../shared/ipc';
import { isAppUrl } from './origin';
import type { Reply } from './reply';

/** One handler a request of the contract: one that is missing does not compile. */
export type Handlers = {
  readonly [N in RequestName]: (
    input: RequestInput<N>,
    window: BrowserWindow,
  ) => RequestOutput<N> | Promise<RequestOutput<N>>;
};

/** Answers every request of the contract: checks the sender, then the form of the request, and only then acts. */
export function registerHandlers(handlers: Handlers): void {
  for (const name of Object.keys(requests) as RequestName[]) registerHandler(name, handlers);
}

function registerHandler<N extends RequestName>(name: N, handlers: Handlers): void {
  ipcMain.handle(name, async (event, input: unknown): Promise<Reply> => {
    const window = senderWindow(event);
    if (window === null) return refuse('forbidden', 'not the main frame of a window of the app');
    const parsed = requests[name].input.safeParse(input);
    if (!parsed.success) return refuse('invalid-input', parsed.error.message);
    try {
      return { ok: true, value: await handlers[name](parsed.data as RequestInput<N>, window) };
    } catch (error) {
      return refuse('failed', error instanceof Error ? error.message : String(error));
    }
  });
}

/** The window a request comes from, or null unless its main frame sent it and shows the app's own page. */
function senderWindow(event: IpcMainInvokeEvent): BrowserWindow | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isAppUrl(frame.url)) return null;
  return BrowserWindow.fromWebContents(event.sender);
}

function refuse(key: 'forbidden' | 'invalid-input' | 'failed', detail: string): Reply {
  return { ok: false, error: { key, detail } };
}
