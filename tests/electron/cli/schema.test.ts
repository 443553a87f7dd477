import { expect, test } from 'vitest';
import { call } from '../../support/cli-host';

test('schema prints a JSON Schema', async () => {
  const schema = JSON.parse(String((await call('schema')).output));
  expect(schema).toMatchObject({ $schema: expect.stringContaining('2020-12'), type: 'object' });
});
