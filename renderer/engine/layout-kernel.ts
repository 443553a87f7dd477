import { Worker as LayoutKernel } from 'elkjs/lib/elk-worker.min.js';
import type { LayoutGraph } from '../../shared/layout/free-layout';

/** What the kernel responds: the graph with all places filled in, or what it threw. */
interface Reply {
  readonly data: { readonly id: number; readonly data?: LayoutGraph; readonly error?: unknown };
}

const kernel = new LayoutKernel();

function ask(message: {
  readonly id: number;
  readonly cmd: string;
  readonly [field: string]: unknown;
}): Promise<LayoutGraph | undefined> {
  return new Promise((resolve, reject) => {
    kernel.onmessage = ({ data }: Reply) => {
      if (data.error === undefined) resolve(data.data);
      else reject(errorOf(data.error));
    };
    kernel.postMessage(message);
  });
}

/** The kernel throws objects of its own. */
function errorOf(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const isNamed = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  return new Error(isNamed ? String(thrown.message) : String(thrown));
}

const ready = ask({ id: 0, cmd: 'register', algorithms: ['layered'] });

/** Lays a graph out; one at a time. */
export async function laidOut(graph: LayoutGraph): Promise<LayoutGraph> {
  await ready;
  return (await ask({ id: 1, cmd: 'layout', graph })) ?? graph;
}
