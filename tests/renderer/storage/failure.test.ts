import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { failureOf, isDiskFull } from '../../../renderer/storage/failure';

const quota = new DOMException('no room', 'QuotaExceededError');

describe('a full disk', () => {
  test.each([
    ['as the browser says it', quota],
    ['within the error of an aborted transaction', new Dexie.AbortError('aborted', quota)],
    ['as a cause', new Error('put failed', { cause: quota })],
    ['as a cause of a cause', new Error('save', { cause: new Error('put', { cause: quota }) })],
    ['among the failures of a bulk operation', new Dexie.BulkError('2 failed', [quota])],
    ['as the error of an event', { type: 'error', error: quota }],
    ['by its name alone, from another realm', { name: 'QuotaExceededError', message: '' }],
    ['in words alone', new Error('Encountered full disk: quota exceeded')],
    ['as a Chromium aborts on a disk without room', new DOMException('aborted', 'AbortError')],
    ['as a Chromium cannot open again', new DOMException('Internal error opening', 'UnknownError')],
    ['as Dexie wraps that', new Dexie.UnknownError('Internal error opening backing store')],
  ])('%s', (_form, error) => {
    expect(failureOf(error)).toMatchObject({ ok: false, reason: 'full' });
  });
});

describe('another failure', () => {
  test.each([
    ['an error', new Error('the disk is gone')],
    ['of the program', new TypeError('undefined is not a function')],
    ['blocked site data', new DOMException('The operation is insecure.', 'SecurityError')],
    [
      'site data blocked in a Chromium',
      new DOMException('The user denied permission to access the database.', 'UnknownError'),
    ],
    [
      'the same as Dexie wraps it',
      new Dexie.UnknownError('The user denied permission to access the database.'),
    ],
    ['a missing database', new Dexie.MissingAPIError('IndexedDB API missing')],
    ['a text', 'the disk is gone'],
    ['nothing', undefined],
  ])('is not taken for one: %s', (_form, error) => {
    expect(failureOf(error).reason).toBe('failed');
  });

  test('has its message', () => {
    expect(failureOf(new Error('the disk is gone')).message).toBe('the disk is gone');
  });

  test('that holds itself is looked through once', () => {
    const error = new Error('round');
    error.cause = { inner: error };
    expect(isDiskFull(error)).toBe(false);
  });
});
