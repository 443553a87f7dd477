import { contextBridge, ipcRenderer } from 'electron';
import {
  type Bridge,
  type EventName,
  type EventPayload,
  events,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  requests,
} from '../shared/ipc';
import type { Reply } from './reply';

/** Asks the shell. The name is looked up here, so that a page reaches no channel that is not in the contract. */
async function request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>> {
  if (!Object.hasOwn(requests, name)) throw new Error(`No such request: ${name}`);
  const reply: Reply = await ipcRenderer.invoke(name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.key} (${reply.error.detail})`);
  return requests[name].output.parse(reply.value) as RequestOutput<N>;
}

/** Listens to an event of the contract; what is not of its form is not passed on. */
function on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  if (!Object.hasOwn(events, name)) throw new Error(`No such event: ${name}`);
  const receive = (_event: unknown, payload: unknown): void => {
    const parsed = events[name].safeParse(payload);
    if (parsed.success) listener(parsed.data as EventPayload<N>);
  };
  ipcRenderer.on(name, receive);
  return () => {
    ipcRenderer.off(name, receive);
  };
}

const bridge: Bridge = { request, on };

contextBridge.exposeInMainWorld('loadline', bridge);
