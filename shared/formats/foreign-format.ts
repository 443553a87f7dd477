import { strFromU8 } from 'fflate';
import { firstOf } from '../model/first-of';
import { isTextChunk, type PngChunk, pngChunks } from '../model/png-chunks';
import { looksLikeSvg, xmlRootAt } from './svg/recognise';

/** A format of another program. */
export interface ForeignFormat {
  readonly id: string;
  /** With its article, as a message names it: 'a draw.io diagram'. */
  readonly title: string;
  /** Whether it is a diagram of parts and lines; otherwise it is an image or a page. */
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

/** So much of a file's beginning and end is examined. */
const sampleCharacters = 65_536;
/** And so many texts of a PNG. */
const mostTextChunks = 100;

/** Comments that may go over several lines: as each begins and as it ends. */
const blockComments = [
  ['/*', '*/'],
  ["/'", "'/"],
] as const;

/** The first line that is neither empty nor a comment that begins in one of these ways. */
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

/** A Mermaid text without its front matter. */
function withoutFrontMatter(text: string): string {
  if (!/^\s*---\s*\n/.test(text)) return text;
  const end = text.indexOf('\n---', text.indexOf('---') + 3);
  return end < 0 ? text : text.slice(text.indexOf('\n', end + 1) + 1);
}

const hasEnding = (name: string, ...endings: readonly string[]): boolean =>
  endings.some((ending) => name.endsWith(ending));

const mermaidStart =
  /^(```\s*mermaid|(graph|flowchart)\s+(TB|TD|BT|RL|LR)\b|(flowchart|sequenceDiagram|classDiagram|stateDiagram(-v2)?|erDiagram|gantt|mindmap|timeline|gitGraph|journey|C4(Context|Container|Component|Dynamic|Deployment)|(architecture|block|sankey|xychart|packet)(-beta)?|quadrantChart|requirementDiagram)\s*(;|$|\s(title|section)\b)|pie\s+(title|showData)\b)/;

/** Every format that is recognised, in the order of recognition. */
const formats: readonly Recognised[] = [
  {
    id: 'drawio',
    title: 'a draw.io diagram',
    isDiagram: true,
    fits: ({ start, hasPngText }) =>
      /^<(mxfile|mxGraphModel|mxlibrary)[\s>]/.test(
        start.slice(Math.max(0, xmlRootAt(start))).slice(0, 20),
      ) ||
      // Its clipboard text is URL-encoded XML.
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
      // Settings may be before it.
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
 * The format of another program that a file's bytes or a pasted text are in, if it is a known one; otherwise null. The
 * name decides only where the content does not. Takes linear time.
 */
export function foreignFormatOf(content: Uint8Array | string, name = ''): ForeignFormat | null {
  const sample = sampleOf(content, name.toLowerCase());
  const found = formats.find(({ fits }) => fits(sample));
  return found === undefined ? null : { id: found.id, title: found.title, isDiagram: found.isDiagram };
}
