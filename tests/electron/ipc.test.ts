import { expectTypeOf, test } from 'vitest';
import type { Handlers } from '../../electron/ipc';
import type { RequestName } from '../../shared/ipc';

test('a missing handler, or one that answers in another form, does not compile', () => {
  expectTypeOf<keyof Handlers>().toEqualTypeOf<RequestName>();
  expectTypeOf<Omit<Handlers, 'app:info'>>().not.toExtend<Handlers>();
  expectTypeOf<
    Omit<Handlers, 'app:info'> & { 'app:info': () => { version: number } }
  >().not.toExtend<Handlers>();
});
