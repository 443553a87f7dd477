import { expect, test } from 'vitest';
import { openedTypes } from '../../../renderer/platform/opened-types';

test('the dialog for opening offers the files that are read and backups, and none that is only written', () => {
  expect(openedTypes.split(',').toSorted()).toEqual(
    '.json,.svg,.png,.zip,application/json,image/svg+xml,image/png,application/zip'.split(',').toSorted(),
  );
});
