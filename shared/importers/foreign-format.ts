/** A format of another program, which can be told from its content but not be read. */
export interface ForeignFormat {
  readonly id: string;
  /** As its makers write it. */
  readonly name: string;
}

/** How much of a content is looked at: characters. Every format says what it is near its beginning. */
const looked = 4000;

const signs: readonly (ForeignFormat & { readonly fits: (start: string) => boolean })[] = [
  {
    id: 'drawio',
    name: 'draw.io',
    // Its own clipboard has the XML as part of an address.
    fits: (start) =>
      /^(?:(?:<\?xml[^>]*>\s*)?<(?:mxfile|mxGraphModel)\b|%3Cmx(?:file|GraphModel)\b)/i.test(start),
  },
  {
    id: 'excalidraw',
    name: 'Excalidraw',
    fits: (start) => /^\{\s*"type"\s*:\s*"excalidraw(?:\/clipboard)?"/.test(start),
  },
  {
    id: 'mermaid',
    name: 'Mermaid',
    // Front matter, directives and comments may stand before the word that says which diagram it is.
    fits: (start) =>
      /^(?:---\n[\s\S]*?\n---\s*)?(?:%%[^\n]*\n\s*)*(?:(?:flowchart|graph)[ \t]+(?:TB|TD|BT|RL|LR)\b|(?:sequenceDiagram|classDiagram|stateDiagram(?:-v2)?|erDiagram|architecture-beta|block-beta|C4(?:Context|Container|Component|Dynamic|Deployment))\s*(?:\n|$))/.test(
        start,
      ),
  },
  { id: 'plantuml', name: 'PlantUML', fits: (start) => /^(?:'[^\n]*\n\s*)*@start[a-z]+\b/.test(start) },
  {
    id: 'structurizr',
    name: 'Structurizr',
    fits: (start) =>
      /^(?:(?:\/\/|#)[^\n]*\n\s*)*workspace\b[^\n{]*\{/.test(start) && /\b(?:model|views)\s*\{/.test(start),
  },
  {
    id: 'likec4',
    name: 'LikeC4',
    fits: (start) =>
      /^(?:\/\/[^\n]*\n\s*)*(?:specification|model|views)\s*\{/.test(start) &&
      /\b(?:element|extends|view|style|title|include)\b/.test(start),
  },
];

/** The format of another program that a content is in, or null. The content decides; the name of a file is never trusted. */
export function foreignFormatOf(content: string | Uint8Array): ForeignFormat | null {
  const text =
    typeof content === 'string'
      ? content.slice(0, looked)
      : String.fromCharCode(...content.subarray(0, looked));
  const start = text
    .replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '')
    .replaceAll('\r\n', '\n')
    .trimStart();
  const found = signs.find(({ fits }) => fits(start));
  return found === undefined ? null : { id: found.id, name: found.name };
}
