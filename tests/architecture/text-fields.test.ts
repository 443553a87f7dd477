import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { textFields } from '../support/text-fields';
import { filesBelow } from './source-files';

const withoutText = /type="(?:checkbox|radio|range|file)"/;

/** Draws the field of all searches, each of which counts where it is used. */
const searchField = 'renderer/ui/SearchField.tsx';

function tagOf(element: string): 'input' | 'textarea' | 'search' {
  if (element.startsWith('<input')) return 'input';
  return element.startsWith('<textarea') ? 'textarea' : 'search';
}

/** The text fields that the source draws, as `file tag`, one for each element. */
function drawnFields(): readonly string[] {
  return filesBelow('renderer')
    .filter((path) => path.endsWith('.tsx') && path !== searchField)
    .flatMap((path) =>
      readFileSync(join(projectRoot, path), 'utf8')
        .split(/(?=<(?:input|textarea|SearchField|LensSearchField)\b)/)
        .slice(1)
        // The attributes of the element, as far as the next one begins.
        .filter((text) => !withoutText.test(text.split('/>')[0] ?? ''))
        .map((text) => `${path} ${tagOf(text)}`),
    )
    .sort();
}

test('each text field of the window is in the list by which composing text in it is tested', () => {
  expect(textFields.map(({ file, tag }) => `${file} ${tag}`).sort()).toEqual(drawnFields());
});

test('no element is made a text field in another way', () => {
  const others = filesBelow('renderer').filter((path) =>
    /contentEditable=|createElement\('(?:textarea)'\)|role="textbox"/.test(
      readFileSync(join(projectRoot, path), 'utf8'),
    ),
  );
  expect(others).toEqual([]);
});
