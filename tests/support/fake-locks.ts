interface Waiter {
  readonly grant: () => void;
}

interface Held {
  readonly steal: () => void;
}

type Callback = (lock: { readonly name: string } | null) => unknown;

/** Web Locks as the standard has them, for one process: exclusive locks with `ifAvailable`, `steal` and `signal`. */
export class FakeLocks {
  private readonly held = new Map<string, Held>();
  private readonly waiting = new Map<string, Waiter[]>();

  request(name: string, options: LockOptions, callback: Callback): Promise<unknown> {
    const isHeld = this.held.has(name);
    if (options.ifAvailable === true && isHeld) return Promise.resolve(callback(null));
    if (options.steal === true) this.held.get(name)?.steal();
    else if (isHeld) return this.wait(name, options.signal, callback);
    return this.hold(name, callback);
  }

  query(): Promise<{ readonly held: readonly { readonly name: string }[] }> {
    return Promise.resolve({ held: [...this.held.keys()].map((name) => ({ name })) });
  }

  private hold(name: string, callback: Callback): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const own: Held = {
        steal: () => reject(new DOMException('stolen', 'AbortError')),
      };
      this.held.set(name, own);
      Promise.resolve(callback({ name })).then((value) => {
        if (this.held.get(name) === own) {
          this.held.delete(name);
          this.waiting.get(name)?.shift()?.grant();
        }
        resolve(value);
      }, reject);
    });
  }

  private wait(name: string, signal: AbortSignal | undefined, callback: Callback): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { grant: () => this.hold(name, callback).then(resolve, reject) };
      const queue = this.waiting.get(name) ?? [];
      this.waiting.set(name, [...queue, waiter]);
      signal?.addEventListener('abort', () => {
        this.waiting.set(
          name,
          (this.waiting.get(name) ?? []).filter((other) => other !== waiter),
        );
        reject(new DOMException('gave up', 'AbortError'));
      });
    });
  }
}
