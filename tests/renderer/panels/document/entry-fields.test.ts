import { expect, test } from 'vitest';
import { entryShapes, withEntryText } from '../../../../renderer/panels/document/entry-fields';

test('a decision names the parts that it concerns, one a line, and none is no field', () => {
  const field = entryShapes.decisions.fields.find(({ id }) => id === 'targets');
  if (field === undefined) throw new Error('Decisions have no such field.');
  const named = withEntryText({ id: 'd', title: 'Cache' }, field, 'links\nredirect');
  expect(named).toEqual({ id: 'd', title: 'Cache', targets: ['links', 'redirect'] });
  expect(field.textOf(named)).toBe('links\nredirect');
  expect(withEntryText(named, field, '')).toEqual({ id: 'd', title: 'Cache' });
});
