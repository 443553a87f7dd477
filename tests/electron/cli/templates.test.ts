import { expect, test } from 'vitest';
import { call } from '../../support/cli-host';

test('templates lists every template', async () => {
  expect((await call('templates')).output).toMatch(/^ {2}tinyurl +TinyURL +Short links/m);
});
