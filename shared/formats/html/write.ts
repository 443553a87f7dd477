import { strToU8 } from 'fflate';
import { toBase64 } from '../../math/base64';
import { english } from '../../math/language';
import { complete, stoppedWriting, type WriteJob, type Written } from '../format';
import { type MarkdownNode, markdownHtml, markdownTree } from '../markdown/tree';
import { toMarkdown } from '../markdown/write';
import { goesOn } from '../progress';
import { reportWords } from '../report/report-words';
import { pictureOf } from '../svg/write';
import { pageStyle } from './style';

/** Nothing is fetched and nothing runs, whatever was written: pictures are data, and the one style is the page's own. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * The diagram, then what the Markdown of the design has: its written sections with the tables of the analysis in them, or the tables
 * alone. One file that needs no other. The same input gives the same bytes.
 */
export async function writeHtml(job: WriteJob): Promise<Written> {
  const { design, language = english } = job;
  const text = markdownTree(toMarkdown({ ...job, writing: design.writing }));
  if (!(await goesOn(job, 0.1))) return stoppedWriting;
  // The options are those of this format, which has none for the picture.
  const { svg } = await pictureOf({ ...job, options: {} }, { embeds: false, hasFonts: true });
  const picture: MarkdownNode = {
    tag: 'img',
    attributes: {
      src: `data:image/svg+xml;base64,${toBase64(strToU8(svg))}`,
      alt: reportWords(language).say('Diagram of {name}', { name: design.name }),
    },
    children: [],
  };
  const [title, ...rest] = text;
  const body: readonly MarkdownNode[] = title === undefined ? [picture] : [title, picture, ...rest];
  return complete(
    [
      '<!doctype html>',
      `<html lang="${language.locale}">`,
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${markdownHtml([design.name])}</title>`,
      `<style>${pageStyle}</style>`,
      '</head>',
      `<body><main>${markdownHtml(body)}</main></body>`,
      '</html>',
      '',
    ].join('\n'),
  );
}
