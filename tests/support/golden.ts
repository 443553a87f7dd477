import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares with a kept file; UPDATE_GOLDEN=1 keeps the new one instead. */
export function expectGolden(name: string, content: string): void {
  const file = new URL(`../fixtures/golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, content);
  expect(content).toBe(readFileSync(file, 'utf8'));
}
