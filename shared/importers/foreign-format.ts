import { strFromU8 } from 'fflate';
import { firstOf } from '../model/first-of';
import { isTextChunk, type PngChunk, pngChunks } from '../model/png-chunks';
import type { Result } from '../model/result';
import { looksLikeSvg, xmlRootAt } from './svg';

/** A format of another program. */
export interface ForeignFormat {
  readonly id: string;
  /** With its article, as a message names it: 'a draw.io diagram'. */
  readonly title: string;
  /** Whether it is drawn from parts and lines; else it is a picture or a page that nothing could be read from. */
  readonly isDiagram: boolean;
}

/** What a format is recognised by. */
interface Sample {
  /** The beginning as text; of a file of bytes, a character each. */
  readonly start: string;
  /** The end likewise; '' of a text. */
  readonly end: string;
  /** In lower case; '' where there is none. */
  readonly name: string;
  /** Of a PNG, whether it has a text under this keyword before its image data. */
  readonly hasPngText: (keyword: string) => boolean;
}

interface Recognised extends ForeignFormat {
  readonly fits: (sample: Sample) => boolean;
}

/** So much of a file's beginning and end is looked at. */
const sampleCharacters = 65_536;
/** And at so many texts of a PNG. */
const mostTextChunks = 100;

/** Comments that may go over several lines: as each begins and as it ends. */
const blockComments = [
  ['/*', '*/'],
  ["/'", "'/"],
] as const;

/** The first line that says something: neither empty nor a comment that begins in one of these ways. */
function firstLine(text: string, comments: readonly string[]): string {
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 200).trimStart();
    const block = blockComments.find(([open]) => comments.includes(open) && rest.startsWith(open));
    const end = block === undefined ? text.indexOf('\n', at) : text.indexOf(block[1], at) + 1;
    const line = text.slice(at, end <= 0 ? text.length : end).trim();
    if (line !== '' && block === undefined && !comments.some((mark) => line.startsWith(mark))) return line;
    if (end <= 0) return '';
    at = end + 1;
  }
  return '';
}

/** A Mermaid text without the settings between two lines of dashes that may stand before it. */
function withoutFrontMatter(text: string): string {
  if (!/^\s*---\s*\n/.test(text)) return text;
  const end = text.indexOf('\n---', text.indexOf('---') + 3);
  return end < 0 ? text : text.slice(text.indexOf('\n', end + 1) + 1);
}

const hasEnding = (name: string, ...endings: readonly string[]): boolean =>
  endings.some((ending) => name.endsWith(ending));

const mermaidStart =
  /^(```\s*mermaid|(graph|flowchart)\s+(TB|TD|BT|RL|LR)\b|(flowchart|sequenceDiagram|classDiagram|stateDiagram(-v2)?|erDiagram|gantt|mindmap|timeline|gitGraph|journey|C4(Context|Container|Component|Dynamic|Deployment)|(architecture|block|sankey|xychart|packet)(-beta)?|quadrantChart|requirementDiagram)\s*(;|$|\s(title|section)\b)|pie\s+(title|showData)\b)/;

/** Every format that is told from the others, in the order in which they are tried. */
const formats: readonly Recognised[] = [
  {
    id: 'drawio',
    title: 'a draw.io diagram',
    isDiagram: true,
    fits: ({ start, hasPngText }) =>
      /^<(mxfile|mxGraphModel|mxlibrary)[\s>]/.test(
        start.slice(Math.max(0, xmlRootAt(start))).slice(0, 20),
      ) ||
      // What it copies is its XML as part of an address.
      /^\s*%3C(mxfile|mxGraphModel)%/i.test(start) ||
      (looksLikeSvg(start) && /&lt;(mxfile|mxGraphModel)\b/.test(start)) ||
      hasPngText('mxfile') ||
      hasPngText('mxGraphModel'),
  },
  {
    id: 'excalidraw',
    title: 'an Excalidraw drawing',
    isDiagram: true,
    fits: ({ start, hasPngText }) =>
      (/^\s*\{/.test(start) && /"type"\s*:\s*"excalidraw/.test(start.slice(0, 2000))) ||
      (looksLikeSvg(start) && /application\/vnd\.excalidraw\+json|svg-source:excalidraw/.test(start)) ||
      hasPngText('application/vnd.excalidraw+json'),
  },
  {
    id: 'plantuml',
    title: 'a PlantUML diagram',
    isDiagram: true,
    fits: ({ start, name, hasPngText }) =>
      // Settings may stand before it.
      /^@start[a-z]+\b/.test(firstLine(start, ["'", "/'", '!'])) ||
      hasEnding(name, '.puml', '.plantuml', '.iuml') ||
      (looksLikeSvg(start) && start.includes('<?plantuml')) ||
      hasPngText('plantuml'),
  },
  {
    id: 'structurizr',
    title: 'a Structurizr workspace',
    isDiagram: true,
    fits: ({ start }) =>
      /^workspace\b[^{]*\{/.test(firstLine(start, ['//', '#', '/*', '!'])) ||
      // As its own programs exchange it.
      (/^\s*\{/.test(start) && /"(softwareSystems|system(Landscape|Context)Views)"\s*:\s*\[/.test(start)),
  },
  {
    id: 'likec4',
    title: 'a LikeC4 model',
    isDiagram: true,
    fits: ({ start, name }) => {
      const line = firstLine(start, ['//', '/*']);
      return (
        /^(specification|model|views|deployment|global)\s*\{/.test(line) ||
        (/^(import|specification|model|views|deployment|global)\b/.test(line) &&
          hasEnding(name, '.c4', '.likec4'))
      );
    },
  },
  {
    id: 'mermaid',
    title: 'a Mermaid diagram',
    isDiagram: true,
    fits: ({ start, name }) =>
      mermaidStart.test(firstLine(withoutFrontMatter(start), ['%%'])) || hasEnding(name, '.mmd', '.mermaid'),
  },
  {
    id: 'visio',
    title: 'a Visio drawing',
    isDiagram: true,
    fits: ({ start, end, name }) =>
      (start.startsWith('PK\u0003\u0004') &&
        (`${start}${end}`.includes('visio/') || hasEnding(name, '.vsdx', '.vsdm', '.vstx'))) ||
      (start.startsWith('\u00d0\u00cf\u0011\u00e0') && hasEnding(name, '.vsd', '.vss', '.vst')),
  },
  {
    id: 'pdf',
    title: 'a PDF',
    isDiagram: false,
    fits: ({ start }) => start.slice(0, 1024).includes('%PDF-'),
  },
  {
    id: 'jpeg',
    title: 'a JPEG picture',
    isDiagram: false,
    fits: ({ start }) => start.startsWith('\u00ff\u00d8\u00ff'),
  },
  { id: 'gif', title: 'a GIF picture', isDiagram: false, fits: ({ start }) => /^GIF8[79]a/.test(start) },
  {
    id: 'webp',
    title: 'a WebP picture',
    isDiagram: false,
    fits: ({ start }) => start.startsWith('RIFF') && start.startsWith('WEBP', 8),
  },
];

/** The texts of a PNG before its image data, where programs put their own. */
function* textChunks(bytes: Uint8Array): Generator<PngChunk> {
  for (const chunk of pngChunks(bytes)) {
    if (chunk.type === 'IDAT') return;
    if (chunk.type.endsWith('Xt')) yield chunk;
  }
}

function sampleOf(content: Uint8Array | string, name: string): Sample {
  if (typeof content === 'string')
    return { start: content.slice(0, sampleCharacters), end: '', name, hasPngText: () => false };
  const start = strFromU8(content.subarray(0, sampleCharacters), true).replace(/^\u00ef\u00bb\u00bf/, '');
  const end = strFromU8(
    content.subarray(Math.max(sampleCharacters, content.length - sampleCharacters)),
    true,
  );
  const texts = firstOf(textChunks(content), mostTextChunks);
  const hasPngText = (keyword: string) => texts.some((chunk) => isTextChunk(content, chunk, keyword));
  return { start, end, name, hasPngText };
}

/**
 * The format of another program that a file's bytes or a pasted text are in, as far as it is one of those that are known; null for
 * none. The name decides only where the content leaves it open. Takes time in proportion to the content at most.
 */
export function foreignFormatOf(content: Uint8Array | string, name = ''): ForeignFormat | null {
  const sample = sampleOf(content, name.toLowerCase());
  const found = formats.find(({ fits }) => fits(sample));
  return found === undefined ? null : { id: found.id, title: found.title, isDiagram: found.isDiagram };
}

/** Problems of a file that is no design at all; others are of one, and say more than that it is of another program. */
const ofNoDesign: ReadonlySet<string> = new Set([
  'unknown-file',
  'png-without-design',
  'svg-without-design',
  'wrong-format',
  'not-json',
  'not-object',
  'too-deep-text',
]);

/** The result of reading a file; where that is no design but a file of another program, what it is and the way out. */
export function orForeign<T>(result: Result<T>, content: Uint8Array | string, name: string): Result<T> {
  if (result.ok || !result.problems.some(({ key }) => ofNoDesign.has(key))) return result;
  const format = foreignFormatOf(content, name);
  if (format === null) return result;
  const key = format.isDiagram ? 'foreign-diagram' : 'foreign-picture';
  return { ok: false, problems: [{ key, path: [], values: { format: format.title } }] };
}
