import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { type MarkdownNode, markdownTree } from '../../../shared/formats/markdown/tree';
import { platform } from '../../platform/current';
import styles from './RenderedText.module.css';

interface RenderedTextProps {
  readonly text: string;
  readonly className?: string | undefined;
  readonly label?: string | undefined;
}

/** A text in Markdown as it reads: headings, lists, tables, links. What its tree does not know is shown as it was written. */
export function RenderedText({ text, className = '', label }: RenderedTextProps) {
  const tree = useMemo(() => markdownTree(text), [text]);
  return (
    <div
      className={`${styles.rendered} ${className}`}
      translate="no"
      {...(label === undefined ? {} : { role: 'group', 'aria-label': label })}
    >
      {shown(tree)}
    </div>
  );
}

/** A heading of a text is below that of its section. */
const levelsDown = 2;

/** The nodes as children that stand where they are: they are drawn anew as a whole, and have no identity of their own. */
const shown = (nodes: readonly MarkdownNode[]): ReactNode =>
  createElement(Fragment, null, ...nodes.map(nodeElement));

function nodeElement(node: MarkdownNode): ReactNode {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  const inner = children.length === 0 ? undefined : shown(children);
  return tag === 'a' ? (
    <Link {...attributes}>{inner}</Link>
  ) : (
    createElement(headingBelow(tag), attributes, inner)
  );
}

const headingBelow = (tag: string): string =>
  /^h[1-6]$/.test(tag) ? `h${Math.min(6, Number(tag[1]) + levelsDown)}` : tag;

interface LinkProps {
  readonly href?: string;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A link opens beside the design; one to a place in the text would leave it by the window's address, and is text. */
function Link({ href = '', title, children }: LinkProps) {
  if (href.startsWith('#')) return <span title={title}>{children}</span>;
  return (
    <a
      href={href}
      title={title}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        platform().openLink(href);
      }}
    >
      {children}
    </a>
  );
}
