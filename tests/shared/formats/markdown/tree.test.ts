import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkdownNode, markdownHtml, markdownTree } from '../../../../shared/formats/markdown/tree';

const html = (text: string): string => markdownHtml(markdownTree(text));

describe('Markdown becomes elements', () => {
  test.each([
    [
      'a paragraph',
      'One *two* **three** `four` ~~five~~',
      '<p>One <em>two</em> <strong>three</strong> <code>four</code> <s>five</s></p>',
    ],
    ['a heading', '### Cache', '<h3>Cache</h3>'],
    ['a tight list', '- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['a list that starts at three', '3. three', '<ol start="3"><li>three</li></ol>'],
    [
      'a table with its alignment',
      '|a|b|\n|-|-:|\n|1|2|',
      '<table><thead><tr><th>a</th><th data-align="right">b</th></tr></thead><tbody><tr><td>1</td><td data-align="right">2</td></tr></tbody></table>',
    ],
    ['code', '```sql\nselect 1 < 2\n```', '<pre><code>select 1 &lt; 2\n</code></pre>'],
    [
      'a link',
      '[docs](https://example.org/a?b=1&c=2 "T")',
      '<p><a href="https://example.org/a?b=1&amp;c=2" title="T">docs</a></p>',
    ],
    ['a letter', '[write](mailto:a@example.org)', '<p><a href="mailto:a@example.org">write</a></p>'],
    ['a place in the text', '[up](#top)', '<p><a href="#top">up</a></p>'],
    [
      'a picture that is in the text',
      '![dot](data:image/png;base64,AAAA)',
      '<p><img src="data:image/png;base64,AAAA" alt="dot"></p>',
    ],
    ['an entity', 'a &amp; b', '<p>a &amp; b</p>'],
  ])('%s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

describe('nothing else comes through', () => {
  test('HTML is text', () => {
    expect(html('<img src=x onerror=alert(1)> <b>b</b>')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;b&lt;/b&gt;</p>',
    );
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'vbscript:a',
    'file:///etc/passwd',
    'data:text/html,a',
    'data:image/svg+xml;base64,AA',
    '/relative',
    '//example.org',
  ])('a link to %s is no link', (address) => {
    expect(html(`[a](${address}) and <${address}>`)).not.toContain('<a');
  });

  test('a picture of a server stays the words for it', () => {
    expect(html('![a plan](https://example.org/a.png)')).not.toContain('<img');
    expect(html('![a plan](https://example.org/a.png)')).toContain('a plan');
  });

  test('a link to data is none, though a picture may be', () => {
    expect(html('[a](data:image/png;base64,AAAA)')).toBe('<p>a</p>');
  });
});

const attributesAllowed = new Set(['href', 'title', 'src', 'alt', 'start', 'data-align']);

function expectSafe(nodes: readonly MarkdownNode[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    expect(node.tag).toMatch(
      /^(p|h[1-6]|ul|ol|li|blockquote|pre|code|em|strong|s|br|hr|a|img|table|thead|tbody|tr|th|td)$/,
    );
    for (const name of Object.keys(node.attributes)) expect(attributesAllowed).toContain(name);
    if (node.tag === 'a') expect(node.attributes['href']).toMatch(/^(https?:\/\/|mailto:|#)/i);
    if (node.tag === 'img')
      expect(node.attributes['src']).toMatch(/^data:image\/(png|gif|jpeg|webp);base64,/i);
    expectSafe(node.children);
  }
}

test('whatever is written, only these elements, attributes and addresses come out', () => {
  const pieces = fc.constantFrom(
    '[a](',
    '![a](',
    ')',
    'javascript:',
    'https://a.b',
    'data:image/png;base64,AA',
    'data:text/html,',
    '<',
    '>',
    '"',
    "'",
    '\n',
    '\n\n',
    '- ',
    '> ',
    '`',
    '```',
    '|',
    '|-|\n',
    '*',
    '**',
    '~~',
    '# ',
    '&colon;',
    '&#x3a;',
    '\t',
    ' ',
    'onerror=',
    '<script>',
    '[r]: ',
    '[r]',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 30 }), (parts) => {
      expectSafe(markdownTree(parts.join('')));
    }),
  );
});
