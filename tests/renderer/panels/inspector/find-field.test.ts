import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TextField } from '../../../../renderer/panels/fields/TextField';
import { FieldSearch } from '../../../../renderer/ui/Field';

const drawn = (search: string, field?: string): string =>
  renderToStaticMarkup(
    createElement(
      FieldSearch,
      { value: search },
      createElement(TextField, {
        label: 'Note',
        value: '',
        onCommit: () => undefined,
        ...(field === undefined ? {} : { field }),
      }),
    ),
  );

test('a text with a field of its own is found by its label, and gone where another field is looked for', () => {
  expect(drawn('', 'note')).toContain('data-field="note"');
  expect(drawn('not', 'note')).toContain('data-field="note"');
  expect(drawn('time', 'note')).toBe('');
});

test('a text inside another field stays: that field is what is looked for', () => {
  expect(drawn('time')).toContain('<input');
});
