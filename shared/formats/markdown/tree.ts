import MarkdownIt, { type Token } from 'markdown-it';
import { own } from '../../model/own';

/** An element of a text in Markdown: its tag and attributes are of the lists below, whatever was written. */
export interface MarkdownElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkdownNode[];
}

/** A piece of text, or an element around more of them. */
export type MarkdownNode = string | MarkdownElement;

/** The elements that come through, each with its attributes. HTML that was written is text: it makes no element. */
const elements: Readonly<Record<string, readonly string[]>> = {
  p: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  pre: [],
  code: [],
  em: [],
  strong: [],
  s: [],
  br: [],
  hr: [],
  a: ['href', 'title'],
  img: ['src', 'alt', 'title'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['data-align'],
  td: ['data-align'],
};

const linkStart = /^(https?:\/\/|mailto:|#)/i;
/** A picture is in the text itself: a design says nothing to a server when it is opened. SVG could bring more than a picture. */
const pictureStart = /^data:image\/(png|gif|jpeg|webp);base64,/i;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
// What stands in the text as an address is kept here; each element says below which of them it takes.
parser.validateLink = (address) => linkStart.test(address.trim()) || pictureStart.test(address.trim());

/**
 * A text in Markdown as a tree of the elements above: CommonMark with tables and struck-out text. Links lead to http, https, mailto
 * and places in the text; pictures are data. Never throws.
 */
export function markdownTree(text: string): readonly MarkdownNode[] {
  return nodesOf(parser.parse(text, {}));
}

interface OpenElement {
  readonly element: MarkdownElement | null;
  readonly children: MarkdownNode[];
}

function nodesOf(tokens: readonly Token[]): readonly MarkdownNode[] {
  const whole: MarkdownNode[] = [];
  const open: OpenElement[] = [{ element: null, children: whole }];
  for (const token of tokens) {
    const children = open.at(-1)?.children ?? whole;
    if (token.nesting === 1) {
      const inner: MarkdownNode[] = [];
      const element = token.hidden ? null : elementOf(token, inner);
      // The content of what is no element here stands in the one around it.
      open.push({ element, children: element === null ? children : inner });
      if (element !== null) children.push(element);
    } else if (token.nesting === -1) open.pop();
    else children.push(...leafOf(token));
  }
  return whole;
}

function leafOf(token: Token): readonly MarkdownNode[] {
  switch (token.type) {
    case 'inline':
      return nodesOf(token.children ?? []);
    case 'softbreak':
      return ['\n'];
    case 'code_inline':
      return [{ tag: 'code', attributes: {}, children: [token.content] }];
    case 'code_block':
    case 'fence':
      return [
        {
          tag: 'pre',
          attributes: {},
          children: [{ tag: 'code', attributes: {}, children: [token.content] }],
        },
      ];
    case 'image':
      return [pictureOf(token)];
    default: {
      const element = token.tag === '' ? null : elementOf(token, []);
      return element === null ? [token.content] : [element];
    }
  }
}

/** The element of a token; null where it is none of those that come through. */
function elementOf(token: Token, children: readonly MarkdownNode[]): MarkdownElement | null {
  const known = own(elements, token.tag);
  if (known === undefined) return null;
  const attributes: Record<string, string> = {};
  for (const [name, value] of attributesOf(token)) if (known.includes(name)) attributes[name] = value;
  if (token.tag === 'a' && !linkStart.test(attributes['href'] ?? '')) return null;
  return { tag: token.tag, attributes, children };
}

/** The attributes of a token; the alignment of a column is a word, since a style would need leave of the window's policy. */
const attributesOf = (token: Token): readonly (readonly [string, string])[] =>
  (token.attrs ?? []).map(([name, value]) =>
    name === 'style' ? ['data-align', String(value).replace('text-align:', '')] : [name, String(value)],
  );

/** A picture with the words for it; the words alone where it would have to be fetched. */
function pictureOf(token: Token): MarkdownNode {
  const alt = token.content;
  const source = String(token.attrGet('src') ?? '');
  if (!pictureStart.test(source)) return alt;
  const title = token.attrGet('title');
  return {
    tag: 'img',
    attributes: { src: source, alt, ...(title !== null && { title: String(title) }) },
    children: [],
  };
}

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The tree as HTML for a file, every text and value escaped. */
export const markdownHtml = (nodes: readonly MarkdownNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? escaped(node) : elementHtml(node))).join('');

function elementHtml({ tag, attributes, children }: MarkdownElement): string {
  const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `<${tag}${words.join('')}>`;
  return empty.has(tag) ? start : `${start}${markdownHtml(children)}</${tag}>`;
}
