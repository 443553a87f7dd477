const presses: KeyboardEvent[] = [];
const keeping = new AbortController();

/** Keeps the presses of keys while the commands that they run are loaded. */
export function keepEarlyPresses(): void {
  window.addEventListener('keydown', (press) => presses.push(press), { signal: keeping.signal });
}

/** What was pressed; nothing is kept any longer. */
export function takeEarlyPresses(): readonly KeyboardEvent[] {
  keeping.abort();
  return presses.splice(0);
}
