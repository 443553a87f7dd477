/** `localStorage` for tests that run without a browser. */
export class FakeStorage {
  private readonly values = new Map<string, string>();
  /** What `setItem` refuses with, for a storage without room. */
  refusal: Error | null = null;

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.refusal !== null) throw this.refusal;
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
}
