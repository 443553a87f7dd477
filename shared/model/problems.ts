import { formatNumber } from '../math/format';
import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import { words } from '../math/message';
import type { Quantity } from '../math/quantity';
import { own } from './own';
import type { Path, Problem } from './result';

/** What is wrong and how to fix it, in English, by the problem's key; `{name}` represents a value of the problem. */
export const problemTexts: Readonly<Record<string, string>> = {
  empty: 'The file is empty. Choose a file that Loadline saved.',
  'too-large': 'The file has {characters} characters; at most {longest} are read. Choose a smaller file.',
  'not-json':
    'This is not JSON: line {line}, column {column} has {found} where {expected} belongs. Fix the text there, or choose another file.',
  'not-utf8': 'The text is not UTF-8. Save it as UTF-8, or choose another file.',
  'not-object': 'A design is one JSON object, but this is {found}. Choose a file that Loadline saved.',
  'too-deep': 'Nested more than {deepest} levels deep. Reduce the nesting.',
  'too-deep-text':
    'Line {line}, column {column} is nested more than {deepest} levels deep. Reduce the nesting.',
  'too-many-values': 'There are more than {most} values in this file. Choose a smaller file.',
  'too-many': 'There are {count} entries here; at most {most} are read. Remove some.',
  'too-many-marks':
    'This text has a letter with more than {most} combining marks; no more are read. Remove some.',
  'too-long': 'This text has {characters} characters; at most {longest} are read. Shorten it.',
  'inside-itself': 'This value contains itself. Remove the cycle.',
  'forbidden-field': 'A field may not be named {field}. Rename or remove it.',
  'not-json-value':
    '{found} cannot be in a JSON file. Write text, a number, true, false, a list or an object.',
  'wrong-format': 'Not a Loadline design: "format" must be "loadline", but is {found}. Choose another file.',
  'bad-version': 'The version must be a whole number and at least 1, but is {found}. Write {known}.',
  'newer-version':
    'The file is of version {version}, newer than version {known} that this program knows. Update Loadline to open it.',
  'no-migration':
    'Version {version} of the format cannot be converted to version {target}. Save the file again with the program that wrote it.',
  missing: 'This field is missing ({expected}). Add it.',
  'wrong-type': 'Must be {expected}, but is {found}. Correct or remove it.',
  'too-small': 'Must be at least {minimum}, but is {found}. Correct or remove it.',
  'too-big': 'Must be at most {maximum}, but is {found}. Correct or remove it.',
  'not-one-of': 'Must be one of {allowed}, but is {found}. Choose one of them.',
  'bad-id': 'An id has 1 to 64 letters, digits, "_" or "-", but this is {found}. Rename it.',
  'bad-image': 'An image is a PNG, JPEG, WebP or SVG as a base64 data URL, but this is {found}. Remove it.',
  'wrong-form': 'Not in a form that is recognized here: {found}. Correct or remove it.',
  'unknown-field': 'Nothing here is called "{field}". Rename or remove it.',
  'duplicate-id': 'Another part already has the id "{id}". Give this one a different id.',
  'unknown-node':
    '"{part}" names the node "{id}", which does not exist. Name a node of this design, or add it.',
  'unknown-flow':
    '"{part}" names the flow "{id}", which does not exist. Name a flow of this design, or add it.',
  'unknown-group':
    '"{part}" names the group "{id}", which does not exist. Name a group of this design, or add it.',
  'unknown-edge':
    '"{part}" names the edge "{id}", which does not exist. Name an edge of this design, or remove fallbackOf.',
  'fallback-of-other-caller':
    '"{part}" is a fallback of "{id}", which another node calls. Name an edge with the same "from".',
  'fallback-of-fallback':
    '"{part}" is a fallback of "{id}", which is a fallback itself. Name the call that is tried first.',
  'price-tier-end': 'Each tier but the last needs uptoGb, and the last has none. Add or remove it.',
  'price-tier-order':
    'Tiers are in ascending order, but this one ends at {found} GB and the one before at {before} GB. Sort them.',
  'group-cycle': 'The group "{id}" is inside itself. Give it another parent, or none.',
  'groups-too-deep':
    'The group "{id}" is nested more than {deepest} groups deep. Give it a parent further out, or none.',
  'rate-both':
    'The flow "{part}" has more than one of rps, share, and a ratio of another flow. Keep one of them.',
  'rate-neither':
    'The flow "{part}" has no rate. Write rps, a share of the workload, or a ratio of another flow.',
  'rate-half-ratio':
    'The rate of the flow "{part}" needs both "flow" and "ratio". Write the one that is missing, or remove the other.',
  'rate-cycle':
    'The rate of the flow "{part}" is a ratio of flows that lead back to each other. Give one of them its rps.',
  'share-without-workload':
    'The flow "{part}" is a share of a workload that lacks dailyActiveUsers or requestsPerUserPerDay. Write both, or give the flow its rps.',
  'quorum-too-large':
    '"{part}" has a quorum of {quorum} on a shard of {replicas} replicas. Lower the quorum or add replicas.',
  'unknown-price-book': 'There is no price book "{book}". Write one of {known}, or leave book out.',
  'unknown-kind':
    '"{part}" is of the kind "{kind}", which is unknown. Choose a kind of the catalog, or "custom".',
  'unknown-file':
    '{name} is neither a Loadline design nor a PNG or SVG. Choose a .loadline.json file, or a picture that Loadline saved with the design inside.',
  'foreign-diagram':
    'This is {format}. Loadline cannot read those yet. Draw the design here, or choose a file that Loadline saved.',
  'foreign-picture':
    'This is {format}: there is no design in it. Choose a .loadline.json file, or a PNG or SVG that Loadline saved with the design inside.',
  stopped: 'Reading the file was stopped. Open it again.',
  'too-large-file': '{name} has {bytes} bytes; at most {largest} are read. Choose a smaller file.',
  'png-without-design':
    'This PNG has no design inside: it was saved without one, or another program removed it. Get the original picture or the .loadline.json file.',
  'svg-without-design':
    'This SVG has no design inside: it was saved without one, or another program removed it. Get the original picture or the .loadline.json file.',
  'damaged-png': 'The design inside this PNG is damaged: its checksum is wrong. Get the picture again.',
  'damaged-design':
    'The design inside this picture is damaged and cannot be unpacked. Get the picture again.',
  'newer-envelope':
    'The design inside this picture is in a newer format (version {version}). Update Loadline to open it.',
  'too-large-design':
    'The design inside this picture unpacks to more than {bytes} bytes. Choose another picture.',
  'not-problem-object':
    'A practice problem is one JSON object, but this is {found}. Choose a file of a practice problem.',
  'wrong-problem-format':
    'Not a practice problem: "format" must be "loadline-problem", but is {found}. Choose another file.',
  'not-attempt-object': 'An attempt is one JSON object, but this is {found}. Choose a file of an attempt.',
  'wrong-attempt-format':
    'Not an attempt: "format" must be "loadline-attempt", but is {found}. Choose another file.',
  'unknown-problem-flow': 'The problem has no flow "{id}". Name one of its flows, or add it.',
  'unknown-role': 'The problem has no role "{id}". Name one of its roles, or add it.',
  'unknown-rule': 'There is no rule "{id}". Name a rule of the list in the help.',
  'unknown-question': 'The problem has no question "{id}". Name one of its questions, or remove it.',
  'unknown-follow-up': 'The problem has no follow-up "{id}". Name one of its follow-ups, or remove it.',
  'unknown-estimate': 'The problem has no estimate "{id}". Name one of its estimates, or remove it.',
  'estimate-range':
    'The value {value} is not between {least} and {most}. Correct the value or the accepted range.',
  'unknown-change': 'This is no edit of a design: {op}. Remove it.',
  'time-order':
    'Entries are in the order of time, but this one is at {found} ms, after one at {before} ms. Sort them.',
  'miss-of-no-cache':
    '"{part}" carries the misses of "{id}", which is not a cache. Name a cache, or remove onMissOf.',
};

/** Types, what a text has or lacks that is to be JSON, and values without a short text, by their keys; a text of the file is in quotes. */
const formWords: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  value: 'a value',
  nothing: 'nothing',
  'a list': 'a list',
  'an empty list': 'an empty list',
  'an object': 'an object',
  'value-or-end': 'a value or "]"',
  name: 'a name in double quotes',
  'name-or-end': 'a name in double quotes or "\'}\'"',
  colon: 'a colon',
  'comma-or-brace': 'a comma or "\'}\'"',
  'comma-or-bracket': 'a comma or "]"',
  'file-end': 'the end of the file',
  'broken-text': 'an unterminated text, or one with invalid characters,',
};

/** A place in the document as a person writes it: `system.nodes[2].config.replicas`. */
export function placeOf(path: Path): string {
  return path
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return at === 0 ? step : `.${step}`;
    })
    .join('');
}

/** One line that names the place, what is wrong there and the fix. */
export function describeProblem(
  problem: Problem,
  texts: Readonly<Record<string, string>> = problemTexts,
  language: Language = english,
): string {
  const text = texts[problem.key] ?? problemTexts[problem.key] ?? problem.key;
  const values = Object.entries(problem.values).map(([name, value]): [string, Quantity] => {
    if (typeof value === 'number') return [name, formatNumber(value, language.numbers)];
    const label = name === 'expected' || name === 'found' ? own(formWords, value) : undefined;
    return [name, label === undefined ? value : words(label)];
  });
  const described = inLanguage(language, text, Object.fromEntries(values));
  const place = placeOf(problem.path);
  return place === '' ? described : `${place}: ${described}`;
}
