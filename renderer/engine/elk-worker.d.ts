declare module 'elkjs/lib/elk-worker.min.js' {
  /** The Eclipse Layout Kernel with the interface of a worker; it works in the thread that it is made in. */
  export class Worker {
    onmessage: (reply: { readonly data: { readonly id: number } }) => void;
    postMessage(message: unknown): void;
  }
}
