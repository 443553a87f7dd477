import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../../electron/opened-files';

describe('the files among the words of a start', () => {
  test.each([
    ['one that is named from the working folder', ['loadline', 'a.json'], ['/designs/a.json']],
    ['one by its whole path', ['loadline', '/elsewhere/a.json'], ['/elsewhere/a.json']],
    [
      'one by the address that desktops of Linux give',
      ['loadline', 'file:///elsewhere/a%20b.json'],
      ['/elsewhere/a b.json'],
    ],
    ['several, in their order', ['loadline', 'b.json', 'a.png'], ['/designs/b.json', '/designs/a.png']],
    ['no switches', ['loadline', '--no-sandbox', '-v', 'a.json'], ['/designs/a.json']],
    ['not the program, nor the folder that Electron runs the app from', ['/bin/electron', '/app'], []],
    ['nothing of an address on another machine', ['loadline', 'file://host/a%2Fb.json'], []],
    ['nothing of an empty word', ['loadline', ''], []],
  ])('%s', (_what, words, files) => {
    expect(filesIn(words, '/designs', '/app')).toEqual(files);
  });

  test('are found again by their address', () => {
    expect(filesIn(['loadline', pathToFileURL('/elsewhere/50 %.json').href], '/', '/app')).toEqual([
      '/elsewhere/50 %.json',
    ]);
  });
});
