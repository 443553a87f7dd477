import { describe, expect, test } from 'vitest';
import {
  afterKey,
  begun,
  type PresentingState,
  presentedKey,
} from '../../../../renderer/dialogs/presentation/presenting';
import { elapsedText } from '../../../../renderer/dialogs/presentation/SpeakerNotes';

const total = 12;
const pressed = (...keys: readonly string[]): PresentingState =>
  keys.reduce((state, key) => afterKey(state, key, total) ?? state, begun);

describe('the keys of a presentation', () => {
  test.each([
    [['ArrowRight', ' ', 'PageDown', 'Enter'], 4],
    [['End', 'ArrowLeft', 'PageUp', 'Backspace'], 8],
    [['End', 'ArrowRight'], 11],
    [['ArrowLeft'], 0],
    [['End', 'Home'], 0],
    [['1', '0', 'Enter'], 9],
    [['1', '1', 'Backspace', 'Enter'], 0],
    [['9', '9', 'Enter'], 11],
    [['0', 'Enter'], 0],
    [['5', 'Escape', 'Enter'], 1],
  ])('%j lead to slide %i', (keys, at) => {
    expect(pressed(...keys).at).toBe(at);
  });

  test('B makes the screen black, and going on shows the same slide again', () => {
    expect(pressed('ArrowRight', 'b').isBlack).toBe(true);
    expect(pressed('ArrowRight', 'b', ' ')).toMatchObject({ at: 1, isBlack: false });
    expect(pressed('b', 'B').isBlack).toBe(false);
  });

  test('L and S switch the laser pointer and the notes', () => {
    expect(pressed('l', 's')).toMatchObject({ isLaser: true, hasNotes: true });
    expect(pressed('l', 'L')).toMatchObject({ isLaser: false });
  });

  test('Escape ends it', () => {
    expect(pressed('Escape').isOver).toBe(true);
  });

  test('other keys do nothing', () => {
    expect(afterKey(begun, 'Delete', total)).toBeNull();
    expect(afterKey(begun, 'g', total)).toBeNull();
  });

  test('letters are found by their place under another layout', () => {
    expect(presentedKey({ key: 'и', code: 'KeyB' })).toBe('B');
    expect(presentedKey({ key: 'b', code: 'KeyN' })).toBe('b');
    expect(presentedKey({ key: 'ArrowLeft', code: 'ArrowLeft' })).toBe('ArrowLeft');
  });
});

test('the time that has passed is written in minutes, and in hours from an hour on', () => {
  expect([elapsedText(4_999), elapsedText(247_000), elapsedText(3_753_000)]).toEqual([
    '0:04',
    '4:07',
    '1:02:33',
  ]);
});
