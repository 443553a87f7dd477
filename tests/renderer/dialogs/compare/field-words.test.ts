import { expect, test } from 'vitest';
import { fieldWords } from '../../../../renderer/dialogs/compare/field-words';

const named =
  (names: Readonly<Record<string, string>>) =>
  (id: string): string =>
    names[id] ?? id;

test('what a call is changed in has the title of its field and the names of the parts in either design', () => {
  const change = { path: ['onMissOf'], before: 'hot', after: 'cold' };
  expect(fieldWords(change, named({ hot: 'Hot links' }), named({ cold: 'Cold links' }))).toBe(
    'Only cache misses of Hot links → Cold links',
  );
});

test('what is not set says so', () => {
  const change = { path: ['fallbackOf'], before: 'hot', after: undefined };
  expect(fieldWords(change, named({ hot: 'Hot links' }), named({}))).toBe('Fallback of Hot links → default');
});
