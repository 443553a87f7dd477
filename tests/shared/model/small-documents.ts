import type { Result } from '../../../shared/model/result';

/** A document with a system of these parts. */
export const withSystem = (system: object): object => ({
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system,
});
export const service = { id: 'api', kind: 'service' };

/** The keys and places of what is wrong. */
export function complaints(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ key, path }) => `${key} ${path.join('.')}`);
}
