import { createRandom } from '../../../shared/math/random';

/** Numbers from 0 to 1 that are the same for the same seed. */
export const seeded = (seed: number): Random => createRandom(seed).uniform;

type Random = () => number;
const picked = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Values at the borders of what a document may hold, and beyond. */
const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  3,
  1e-300,
  5e-324,
  1e9,
  1e15,
  1e308,
  -1e308,
  1e7,
  1e7 + 1,
  -1e7,
  1e20,
  1e6 + 1,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  'all',
  'read',
  'async',
  'cache',
  'store',
  'constructor',
  '__proto__',
  'toString',
  'x'.repeat(70),
  '\u0000',
  '\ud800',
  [],
  {},
  [[]],
  ['redirect'],
  'x'.repeat(100_001),
  { rps: 1 },
  { toString: 1 },
];

/** Every object and list inside a value, itself included. */
function holders(value: unknown, found: object[] = []): object[] {
  if (typeof value !== 'object' || value === null) return found;
  found.push(value);
  for (const field of Object.values(value)) holders(field, found);
  return found;
}

/** Strings that stand somewhere in the document: ids and names of kinds, for references that hit something. */
function strings(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const field of Object.values(value)) strings(field, found);
  return found;
}

function mutateOnce(document: object, random: Random): void {
  const holder = picked(random, holders(document)) as Record<string, unknown>;
  const keys = Object.keys(holder);
  const key = keys.length === 0 ? 'new' : picked(random, keys);
  const kind = Math.floor(random() * 7);
  if (kind === 0) holder[key] = structuredClone(picked(random, oddValues));
  else if (kind === 1) holder[key] = picked(random, strings(document));
  else if (kind === 2 && typeof holder[key] === 'number')
    holder[key] *= picked(random, [0, -1, 1e-9, 0.5, 10, 1e9, 1e18, 1e100]);
  else if (kind === 3 && !Array.isArray(holder)) delete holder[key];
  else if (kind === 3) (holder as unknown as unknown[]).splice(Number(key), 1);
  else if (kind === 4 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
  else if (kind === 5) {
    const other = picked(random, holders(document)) as Record<string, unknown>;
    const from = picked(random, Object.keys(other).concat('new'));
    if (!Object.hasOwn(other, from)) return;
    // Copied as text, so that nothing comes to be inside itself.
    const copy: unknown = JSON.parse(JSON.stringify(other[from]) ?? 'null');
    if (key !== '__proto__') holder[key] = copy;
  } else if (!Array.isArray(holder))
    Object.defineProperty(holder, picked(random, ['later', '__proto__', 'constructor', 'x y']), {
      value: structuredClone(picked(random, oddValues)),
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** A list of so many copies of its first item, each with an id of its own. */
function longer(list: readonly unknown[], count: number): unknown[] {
  return Array.from({ length: count }, (_, i) => {
    const copy: unknown = structuredClone(list[i % list.length]);
    if (typeof copy === 'object' && copy !== null && 'id' in copy)
      copy.id = `${String(copy.id).slice(0, 50)}-${i}`;
    return copy;
  });
}

/** Groups one in the other, so many of them. */
const nested = (count: number): unknown[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `deep-${i}`,
    kind: 'frame',
    ...(i > 0 && { parent: `deep-${i - 1}` }),
  }));

/** Lists in lists, so many deep. */
function lists(depth: number): unknown {
  let value: unknown = [];
  for (let i = 1; i < depth; i += 1) value = [value];
  return value;
}

type Parts = Record<string, unknown>;

/** What makes a document large: one of its lists longer, its groups or an unknown field deeper, its parts far away or huge. */
function enlarge(document: object, random: Random): void {
  const whole = document as { system?: Parts; layout?: Parts };
  const { system = {}, layout = {} } = whole;
  Object.assign(whole, { system, layout });
  const kind = Math.floor(random() * 6);
  if (kind === 0) {
    const name = picked(random, ['nodes', 'edges', 'groups', 'flows']);
    const list = system[name];
    if (Array.isArray(list) && list.length > 0) system[name] = longer(list, picked(random, [2, 40]));
  } else if (kind === 1) system['groups'] = nested(picked(random, [1, 31, 32, 33, 400]));
  else if (kind === 2) Object.assign(document, { later: lists(picked(random, [1, 62, 63, 64, 65, 5_000])) });
  else if (kind === 3) {
    const px = picked(random, [0, 1e7, -1e7, 1e7 + 1, -1e20]);
    layout['nodes'] = Object.fromEntries(
      idsIn(system['nodes']).map((id) => [id, { x: px, y: random() * px }]),
    );
  } else if (kind === 4) {
    const size = picked(random, [0, 1, 1e6, 1e6 + 1]);
    layout['marks'] = [{ id: 'large', kind: 'note', x: 0, y: 0, width: size, height: 1, text: 'some words' }];
  } else {
    const points = Array.from({ length: picked(random, [1, 50, 1001]) }, (_, i) => ({ x: i, y: -i }));
    layout['edges'] = Object.fromEntries(idsIn(system['edges']).map((id) => [id, { points }]));
  }
}

const idsIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.flatMap(({ id }: { id?: unknown }) => (typeof id === 'string' ? [id] : [])) : [];

/** A copy of a document that is large in one or two ways: at a limit, or a little or far beyond it. */
export function enlarged(document: object, random: Random): object {
  const copy: object = JSON.parse(JSON.stringify(document));
  enlarge(copy, random);
  if (random() < 0.5) enlarge(copy, random);
  return copy;
}

/** A copy of a document with one to four things wrong, or oddly right. */
export function mutated(document: object, random: Random): object {
  const copy: object = JSON.parse(JSON.stringify(document));
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time += 1) mutateOnce(copy, random);
  return copy;
}

/** A text with a few characters lost, doubled, exchanged or put in. */
export function garbled(text: string, random: Random): string {
  let result = text;
  const times = 1 + Math.floor(random() * 3);
  for (let time = 0; time < times; time += 1) {
    const at = Math.floor(random() * (result.length + 1));
    const put = picked(random, [
      '',
      '',
      '"',
      '{',
      ']',
      ',',
      ':',
      '0',
      '-',
      '\\',
      '\n',
      '\u0000',
      'e',
      '\ufeff',
      result.slice(at, at + 40),
    ]);
    result = result.slice(0, at) + put + result.slice(at + Math.floor(random() * 4));
  }
  return random() < 0.05 ? result.slice(0, Math.floor(random() * result.length)) : result;
}
