import { expect, test } from 'vitest';
import { pointerGestures } from '../../../renderer/dialogs/pointer-gestures';

test('the help names the plain gestures of the pointer, and those with a key', () => {
  const presses = pointerGestures().map(({ press }) => press);
  for (const gesture of [
    /^Click$/,
    /^Double click$/,
    /^Right click$/,
    /^Drag$/,
    /Wheel/,
    /pinch/,
    /Space \+ drag/,
    /^Shift \+ click$/,
  ])
    expect(
      presses.some((press) => gesture.test(press)),
      String(gesture),
    ).toBe(true);
});

test('each is said once: no two lines have the same words and the same gesture', () => {
  const lines = pointerGestures().map(({ title, press }) => `${title} ${press}`);
  expect(new Set(lines).size).toBe(lines.length);
  expect(new Set(pointerGestures().map(({ id }) => id)).size).toBe(lines.length);
});
