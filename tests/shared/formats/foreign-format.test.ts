import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { foreignFormatOf } from '../../../shared/formats/foreign-format';
import { readDesignFile } from '../../../shared/formats/read-design-file';
import { pngChunk } from '../../../shared/model/png-chunks';
import { printDesign } from '../../../shared/model/print-design';
import { describeProblem } from '../../../shared/model/problems';
import { templates } from '../../../shared/templates';
import { drawnTinyUrl } from '../../support/drawn-tinyurl';
import { smallPng } from '../../support/small-png';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const withText = (keyword: string): Uint8Array =>
  smallPng([pngChunk('tEXt', latin(`${keyword}\0${deflateRawSync('x').toString('base64')}`))]);
const svgOf = (inside: string, attributes = '') =>
  bytesOf(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`);

/** One local header of a ZIP archive (APPNOTE 4.3.7) and what follows it, as far as it is examined. */
const zipOf = (name: string): Uint8Array => latin(`PK\u0003\u0004${'\0'.repeat(26)}${name}...`);

const files: readonly (readonly [name: string, bytes: Uint8Array, id: string])[] = [
  ['plan.drawio', bytesOf('<mxfile host="app.diagrams.net"><diagram/></mxfile>'), 'drawio'],
  ['plan.xml', bytesOf('<?xml version="1.0"?>\n<mxGraphModel dx="1"><root/></mxGraphModel>'), 'drawio'],
  ['plan.xml', bytesOf('<?xml version="1.0"?>\n<!-- ours -->\n<mxGraphModel dx="1">'), 'drawio'],
  ['pasted', bytesOf('%3CmxGraphModel%3E%3Croot%2F%3E%3C%2FmxGraphModel%3E'), 'drawio'],
  ['plan.drawio.svg', svgOf('<g/>', ' content="&lt;mxfile host=&quot;x&quot;&gt;"'), 'drawio'],
  ['plan.drawio.png', withText('mxfile'), 'drawio'],
  ['plan.c4', bytesOf('// ours\nspecification {\n  element actor\n}\n'), 'likec4'],
  ['plan.likec4', bytesOf("import { db } from 'other'\nmodel {}"), 'likec4'],
  ['pasted', bytesOf('model {\n  customer = actor "Customer"\n}'), 'likec4'],
  ['plan.excalidraw', bytesOf('{\n  "type": "excalidraw",\n  "version": 2, "elements": []}'), 'excalidraw'],
  ['plan.excalidraw.png', withText('application/vnd.excalidraw+json'), 'excalidraw'],
  [
    'plan.excalidraw.svg',
    svgOf(
      '<!-- svg-source:excalidraw --><metadata><!-- payload-type:application/vnd.excalidraw+json --></metadata>',
    ),
    'excalidraw',
  ],
  ['pasted', bytesOf('---\ntitle: Ours\n---\nflowchart LR\n  a --> b'), 'mermaid'],
  ['pasted', bytesOf('%% ours\nsequenceDiagram\n  A->>B: Hi'), 'mermaid'],
  ['pasted', bytesOf('graph TD;\n A-->B;'), 'mermaid'],
  ['pasted', bytesOf('```mermaid\ngraph TD\n```'), 'mermaid'],
  ['plan.mmd', bytesOf('kanban'), 'mermaid'],
  [
    'workspace.dsl',
    bytesOf('/* ours\n\n*/\n!identifiers hierarchical\nworkspace "Name" {\n}'),
    'structurizr',
  ],
  ['pasted', bytesOf('workspace {\n model {\n }\n}'), 'structurizr'],
  ['workspace.json', bytesOf('{"name":"Ours","model":{"people":[],"softwareSystems":[]}}'), 'structurizr'],
  ['plan.puml', bytesOf("' ours\n@startuml\nA -> B\n@enduml"), 'plantuml'],
  ['plan.txt', bytesOf("/' ours\n'/\n!theme plain\n@startjson\n@endjson"), 'plantuml'],
  ['plan.puml', bytesOf('A -> B'), 'plantuml'],
  ['plan.puml.png', withText('plantuml'), 'plantuml'],
  ['plan.vsdx', zipOf('[Content_Types].xml'), 'visio'],
  ['plan.zip', zipOf('visio/document.xml'), 'visio'],
  ['plan.vsd', latin('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'), 'visio'],
  ['plan.pdf', latin('%PDF-1.7\n%\u00e2\u00e3'), 'pdf'],
  ['photo.jpg', latin('\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF'), 'jpeg'],
  ['a.gif', latin('GIF89a'), 'gif'],
  ['a.webp', latin('RIFF\u0001\u0002\u0003\u0004WEBPVP8 '), 'webp'],
];

describe('a file of another program', () => {
  test.each(files)('%s is recognised by its content (%#)', async (name, bytes, id) => {
    expect(foreignFormatOf(bytes, name)?.id).toBe(id);
    const read = await readDesignFile(name, bytes);
    const words = read.ok ? [] : read.problems.map((problem) => describeProblem(problem));
    expect(words).toEqual([expect.stringMatching(/^This is an? [A-Za-z0-9. ]+[.:] .*(Draw|Choose)/)]);
    expect(words[0]).not.toContain('program removed it');
  });

  test('is recognised in pasted text', () => {
    expect(foreignFormatOf('flowchart TD\n a --> b')?.title).toBe('a Mermaid diagram');
    expect(foreignFormatOf('{"type":"excalidraw/clipboard","elements":[]}')?.id).toBe('excalidraw');
  });
});

describe('what is of no other program is not recognised as one', () => {
  test.each([
    ['prose', 'Dear all, the workspace of the graph is in the model.'],
    ['prose that begins with a word of theirs', 'Timeline of the project: three weeks'],
    ['more of it', 'graph theory is nice'],
    ['Graphviz', 'graph { a -- b }'],
    ['an assignment', 'workspace = 3'],
    ['nothing', ''],
    ['a comment without an end', '/* workspace'],
    ['an SVG of anybody', '<svg><text>mxfile</text></svg>'],
    ['JSON', '{"kind":"excalidraw"}'],
  ])('%s', (_, text) => expect(foreignFormatOf(text)).toBeNull());

  test('designs of ours', async () => {
    for (const { design } of templates) expect(foreignFormatOf(printDesign(design), 'x.json')).toBeNull();
    expect(foreignFormatOf(smallPng(), 'x.png')).toBeNull();
    // Whatever it is called, and whatever it has in it: a design is read.
    const design = { ...drawnTinyUrl, name: '"type": "excalidraw" &lt;mxfile' };
    expect((await readDesignFile('x.mmd', bytesOf(JSON.stringify(design)))).ok).toBe(true);
  });
});

test('a text built to take long is examined in linear time', () => {
  for (const part of [
    '\n',
    ' ',
    '/*',
    "'\n",
    '%%\n',
    '<!---->',
    '<?',
    '---\n',
    '//\n',
    '`',
    '"type"',
    '\r\n/**/',
  ])
    expect(foreignFormatOf(part.repeat(1_000_000), 'x')).toBeNull();
});
