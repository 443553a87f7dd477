import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./bundled-packages.mjs').Part} Part */

/**
 * The notice on one work of others that is in the program.
 * @typedef {object} Notice
 * @property {string} name
 * @property {string} version
 * @property {string} licence its SPDX expression
 * @property {string} homepage empty where there is none
 * @property {string} note empty where there is nothing to add
 * @property {readonly Part[]} parts which parts of the program have it
 * @property {string} text the licence with its copyright lines, and further notices where it requires them
 */

const licenceFile = /^(licen[cs]es?|copying|notice)([-.](md|txt|mit|apache.*))?$/i;

/** Tools of the build list what they themselves were built with: none of that is in the program. */
const ownDependencies = /^# Licenses of bundled dependencies$/m;

/** @type {Readonly<Record<string, string>>} */
const notes = {
  electron:
    'The licences of Chromium and of what is in it lie beside the program, in LICENSES.chromium.html.',
  '@resvg/resvg-js':
    'Loaded by the command line as it is, for PNG. Its source code: https://github.com/yisibl/resvg-js',
};

/**
 * The notice of an installed package. One without a file for its licence gets the text that its SPDX identifier names, with
 * its author.
 * @param {string} folder absolute path of the package
 * @param {readonly Part[]} parts
 * @param {string} texts folder of licence texts by SPDX identifier
 * @returns {Notice}
 */
export function noticeOf(folder, parts, texts) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license: licence, homepage } = manifest;
  if (typeof licence !== 'string' || licence.trim() === '' || licence === 'UNLICENSED')
    throw new Error(`${name} ${version} does not say its licence: it cannot be shipped`);
  const files = readdirSync(folder).filter((file) => licenceFile.test(file));
  const own = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').split(ownDependencies)[0]);
  const text = own
    .map((part = '') => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
  return {
    name,
    version,
    licence,
    homepage: typeof homepage === 'string' ? homepage : '',
    note: notes[name] ?? '',
    parts,
    text: text === '' ? standardText(licence, `Copyright ${holderOf(manifest)}`, texts) : text,
  };
}

/** @param {{ name: string, author?: string | { name?: string }, contributors?: readonly unknown[] }} manifest */
function holderOf({ name, author }) {
  const holder = typeof author === 'string' ? author : author?.name;
  return holder === undefined || holder === '' ? `the authors of ${name}` : holder;
}

/**
 * @param {string} licence SPDX identifier
 * @param {string} copyright
 * @param {string} texts
 */
function standardText(licence, copyright, texts) {
  const file = join(texts, `${licence}.txt`);
  if (!existsSync(file)) throw new Error(`No text of the licence ${licence}: add ${file}`);
  return withCopyright(readFileSync(file, 'utf8'), copyright);
}

/**
 * @param {string} text
 * @param {string} copyright
 */
function withCopyright(text, copyright) {
  const named = text.includes('{copyright}') ? text.replace('{copyright}', copyright) : text;
  return named.trim();
}

/**
 * The notice of a work that was copied into the source.
 * @param {import('./copied-works.mjs').CopiedWork} work
 * @param {string} root absolute path of the project
 * @returns {Notice}
 */
export function noticeOfCopy(work, root) {
  const { name, version, licence, homepage, note = '', copyright = '' } = work;
  const text = withCopyright(readFileSync(join(root, work.text), 'utf8'), copyright);
  return { name, version, licence, homepage, note, parts: ['window', 'command-line'], text };
}

/**
 * All notices as one text, for whoever has only the files.
 * @param {readonly Notice[]} notices
 */
export function printNotices(notices) {
  const rule = '-'.repeat(80);
  const head = 'Loadline contains works of others. Each is listed with its licence.';
  const sections = notices.map(({ name, version, licence, homepage, note, text }) =>
    [rule, `${name} ${version} (${licence})`, homepage, note, '', text].filter(isLine).join('\n'),
  );
  return `${[head, ...sections].join('\n\n')}\n`;
}

/**
 * Empty lines stay between the head of a section and its text only.
 * @param {string} line
 * @param {number} at
 * @param {readonly string[]} lines
 */
const isLine = (line, at, lines) => line !== '' || at === lines.length - 2;
