import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { msText, rateText, shareText } from '../../../renderer/words/figures';
import { setWords } from '../../../renderer/words/language';
import { pseudoTemplate, setPseudoLanguage } from '../../../renderer/words/pseudo';
import { rich } from '../../../renderer/words/rich';
import { startLanguage } from '../../../renderer/words/start-language';
import { listed, t, wordsOf } from '../../../renderer/words/t';
import { words } from '../../../shared/math/message';

afterEach(() => setWords({}));

describe('a text of the window', () => {
  test('agrees with its numbers', () => {
    const parts = '{count, plural, one {# part} other {# parts}}';
    expect([0, 1, 2, 12_345].map((count) => t(parts, { count }))).toEqual([
      '0 parts',
      '1 part',
      '2 parts',
      '12345 parts',
    ]);
  });

  test('is that of the catalogue, and English where it has none', () => {
    setWords({ 'Delete {name}': '{name} löschen' }, 'de', {
      decimal: ',',
      group: '.',
      percent: ' %',
      units: new Map([[' rps', ' Anfr./s']]),
    });
    expect(t('Delete {name}', { name: 'API' })).toBe('API löschen');
    expect(t('Restore {name}', { name: 'API' })).toBe('Restore API');
    expect([msText(6.1), rateText(4200), shareText(0.052)]).toEqual(['6,1 ms', '4,2k Anfr./s', '5,2 %']);
    expect(t('{share}', { share: 0.5 })).toBe('0,5');
  });

  test('is never taken from what every object inherits', () => {
    setWords({});
    expect(t('constructor')).toBe('constructor');
    expect(t('{toString} {n, plural, other {#}}', {})).toBe('{toString} {n}');
  });
});

test('a message in a message is put into the language too', () => {
  setWords({ 'Add {part}': '{part} hinzufügen', Cache: 'Zwischenspeicher' }, 'de');
  expect(wordsOf({ text: 'Add {part}', values: { part: words('Cache') } })).toBe(
    'Zwischenspeicher hinzufügen',
  );
  expect(wordsOf({ text: 'Add {part}', values: { part: 'Cache' } })).toBe('Cache hinzufügen');
});

test('a list is joined as the language joins one', () => {
  expect(listed(['a', 'b', 'c'])).toBe('a, b, c');
});

describe('elements in a text', () => {
  /** Text and names of elements, as they stand after each other. */
  function readable(node: ReactNode): string {
    if (Array.isArray(node)) return node.map(readable).join('');
    if (!isValidElement(node)) return String(node);
    const { type, props } = node as ReactElement<{ readonly children?: ReactNode }>;
    const inside = readable(props.children);
    return typeof type === 'string' ? `<${type}>${inside}</${type}>` : inside;
  }

  test('stand where the language puts them', () => {
    const shown = () => readable(rich('{rate} of {all} served', { rate: <b>1</b>, all: 2 }));
    expect(shown()).toBe('<b>1</b> of 2 served');
    setWords({ '{rate} of {all} served': '{all}: {rate}' });
    expect(shown()).toBe('2: <b>1</b>');
  });
});

test('what a person wrote beside elements stays whole, whatever characters are in it', () => {
  const nodes = rich('{name}: {rate}', { name: 'a\u0001rate\u0001b', rate: <b>1</b> });
  const texts = (Array.isArray(nodes) ? nodes : [nodes]).map((node: ReactElement<{ children: ReactNode }>) =>
    isValidElement(node.props.children) ? '<b>' : String(node.props.children),
  );
  expect(texts.join('')).toBe('a\u0001rate\u0001b: <b>');
});

describe('the pseudo-locale', () => {
  test('puts accents on the text of a template alone, makes it a third longer and brackets it', () => {
    expect(pseudoTemplate('Delete {name}')).toBe('⟦Ðéļéţé {name} ~~~⟧');
    expect(pseudoTemplate('{n, plural, one {# part} other {# parts}}')).toBe(
      '⟦{n, plural, one {# þàŕţ} other {# þàŕţš}} ~~⟧',
    );
    expect(pseudoTemplate('{mode, select, sync {waits} other {}}')).toBe(
      '⟦{mode, select, sync {ŵàîţš} other {}} ~~⟧',
    );
  });

  test('fills in values as they are', () => {
    setPseudoLanguage();
    expect(t('{n, plural, one {# part} other {# parts}} of {name}', { n: 2, name: 'API' })).toBe(
      '⟦2 þàŕţš öƒ API ~~~~⟧',
    );
  });

  test('is what the address asks for', async () => {
    await startLanguage('?lang=de');
    expect(t('Close')).toBe('Close');
    await startLanguage('?lang=qps');
    expect(t('Close')).toBe('⟦Çļöšé ~~⟧');
  });
});
