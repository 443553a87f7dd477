import { deflateSync } from 'node:zlib';
import { toBase64 } from '../../shared/math/base64';
import { designMediaType } from '../../shared/model/packed-design';
import { joinBytes, pngChunk } from '../../shared/model/png-chunks';
import { smallPng } from './small-png';

/** A file that is made to take much time or memory, though it is small or plain to look at. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** The key of the problem that it is refused with. */
  readonly key: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const designOf = (parts: {
  readonly system?: object;
  readonly layout?: object;
  readonly writing?: object;
}) => ({
  format: 'loadline',
  version: 1,
  id: 'hostile',
  name: 'Hostile',
  system: {},
  ...parts,
});

/** A design as the bytes of its file. */
export const designFile = (design: object): Uint8Array => bytesOf(JSON.stringify(design));

/** An SVG that is nothing but comments without content: `<!---->`, so many times. */
export const commentsWithoutSvg = (count: number): Uint8Array => bytesOf('<!---->'.repeat(count));

/** A design with one service, at this place. */
export const nodeAt = (x: number, y: number) =>
  designOf({ system: { nodes: [{ id: 'api', kind: 'service' }] }, layout: { nodes: { api: { x, y } } } });

/** A design with one note of this size, with text in it. */
export const noteOf = (width: number, height: number, text = 'Words that do not fit') =>
  designOf({ layout: { marks: [{ id: 'note', kind: 'note', x: 0, y: 0, width, height, text }] } });

/** A design whose groups stand one in the other, so many of them. */
export const nestedGroups = (count: number) =>
  designOf({
    system: {
      groups: times(count, (i) => ({ id: `g${i}`, kind: 'frame', ...(i > 0 && { parent: `g${i - 1}` }) })),
    },
  });

/** A design of so many nodes. */
export const nodesInRows = (count: number) =>
  designOf({ system: { nodes: times(count, (i) => ({ id: `n${i}`, kind: 'service' })) } });

/** A design of so many nodes each of which is wrong: none has a kind. */
export const wrongNodes = (count: number) => designOf({ system: { nodes: times(count, () => ({})) } });

/** A design of so many edges from one node to another. */
export const parallelEdges = (count: number) =>
  designOf({
    system: {
      nodes: [
        { id: 'a', kind: 'service' },
        { id: 'b', kind: 'service' },
      ],
      edges: times(count, (i) => ({ id: `e${i}`, from: 'a', to: 'b' })),
    },
  });

/** A design of one edge that has so many bends. */
export const bentEdge = (count: number) => ({
  ...parallelEdges(1),
  layout: { edges: { e0: { points: times(count, (i) => ({ x: i, y: i % 7 })) } } },
});

/** Lists in lists, so many deep and not closed: they break recursive readers before they are found to be no JSON. */
export const openLists = (depth: number): Uint8Array => bytesOf('['.repeat(depth));

/** A design with lists in lists, so many deep and closed. */
export const closedLists = (depth: number): Uint8Array =>
  bytesOf(`{"format":"loadline","version":1,"a":${'['.repeat(depth)}${']'.repeat(depth)}}`);

/** A PNG of a few hundred bytes whose design unpacks, in two steps, to so many bytes of `[`. */
export function packedLists(depth: number): Uint8Array {
  const data = toBase64(deflateSync(new Uint8Array(depth).fill(0x5b)));
  const envelope = { app: 'loadline', envelope: 1, compression: 'zlib', encoding: 'base64', data };
  const packed = deflateSync(JSON.stringify(envelope), { level: 9 });
  const head = new Uint8Array([0, 1, 0, 0, 0]);
  return smallPng([pngChunk('iTXt', joinBytes([bytesOf(designMediaType), head, packed]))]);
}

/** A PNG of so many chunks that hold nothing; 12 bytes each. */
export function emptyChunks(count: number): Uint8Array {
  const chunk = pngChunk('teSt', new Uint8Array());
  const chunks = new Uint8Array(count * chunk.length);
  for (let i = 0; i < count; i += 1) chunks.set(chunk, i * chunk.length);
  return smallPng([chunks]);
}

/** One file of every sort, as large as it has to be to show its harm. */
export const hostileFiles: readonly HostileFile[] = [
  { name: 'comments.svg', bytes: () => commentsWithoutSvg(40), key: 'unknown-file' },
  { name: 'far-away.json', bytes: () => designFile(nodeAt(0, 1e20)), key: 'too-big' },
  { name: 'far-away-left.json', bytes: () => designFile(nodeAt(-1e20, 0)), key: 'too-small' },
  { name: 'large-note.json', bytes: () => designFile(noteOf(1e9, 10)), key: 'too-big' },
  { name: 'empty-note.json', bytes: () => designFile(noteOf(0, 10)), key: 'too-small' },
  { name: 'long-note.json', bytes: () => designFile(noteOf(1, 1, 'a'.repeat(200_000))), key: 'too-long' },
  {
    name: 'marked-letter.json',
    bytes: () => designFile(noteOf(9, 9, `e${'\u0301'.repeat(99_999)}`)),
    key: 'too-many-marks',
  },
  { name: 'nested-groups.json', bytes: () => designFile(nestedGroups(2000)), key: 'groups-too-deep' },
  { name: 'many-groups.json', bytes: () => designFile(nestedGroups(20_000)), key: 'too-many' },
  { name: 'many-nodes.json', bytes: () => designFile(nodesInRows(100_001)), key: 'too-many' },
  { name: 'wrong-nodes.json', bytes: () => designFile(wrongNodes(125_000)), key: 'too-many' },
  { name: 'many-bends.json', bytes: () => designFile(bentEdge(1001)), key: 'too-many' },
  { name: 'open-lists.json', bytes: () => openLists(1_000_000), key: 'too-deep-text' },
  { name: 'closed-lists.json', bytes: () => closedLists(1_000_000), key: 'too-deep-text' },
  { name: 'packed-lists.png', bytes: () => packedLists(20_000_000), key: 'too-large-design' },
  { name: 'empty-chunks.png', bytes: () => emptyChunks(500_000), key: 'png-without-design' },
];
