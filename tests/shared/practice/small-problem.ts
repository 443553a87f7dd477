import { type Problem, problemFormat, problemVersion } from '../../../shared/practice/problem';
import { templateOf } from '../../../shared/templates/index';

function tinyurl() {
  const template = templateOf('tinyurl');
  if (template === undefined) throw new Error('There is no template tinyurl.');
  return template.design;
}

/** A problem with one of everything, on the template of its name. */
export const smallProblem: Problem = {
  format: problemFormat,
  version: problemVersion,
  id: 'short-links',
  title: 'Short links',
  summary: 'Few writes and many reads.',
  prompt: { text: 'Design a service for short links.' },
  questions: [
    {
      id: 'new-links',
      title: 'How many links are made?',
      terms: ['how many links', 'new links'],
      text: 'Many.',
    },
    {
      id: 'retention',
      title: 'How long is a link kept?',
      terms: ['expire', 'retention'],
      text: 'Five years.',
    },
  ],
  functional: [{ id: 'shorten', title: 'Make a link', terms: ['shorten', 'make a link'] }],
  outOfScope: [{ id: 'accounts', title: 'Accounts', terms: ['account', 'login'] }],
  nonFunctional: [
    {
      id: 'latency',
      title: '99 of 100 redirects within 100 ms',
      terms: ['latency', 'p99'],
      measure: { of: 'flow', flow: 'redirect', targets: { p99Ms: 100 } },
    },
    {
      id: 'loss',
      title: 'At most a minute is lost',
      terms: ['rpo'],
      measure: { of: 'design', targets: { rpoSeconds: 60 } },
    },
  ],
  estimates: [
    {
      id: 'peak-reads',
      title: 'Redirects a second at peak',
      unit: 'rps',
      value: 11_600,
      least: 5800,
      most: 23_200,
      why: '3 860 × 3.',
      figure: { flowRps: 'redirect' },
    },
    {
      id: 'storage',
      title: 'Stored after five years',
      unit: 'bytes',
      value: 3e12,
      least: 1.5e12,
      most: 6e12,
      why: '6 billion × 500 bytes.',
      figure: { total: 'storedRawBytes' },
    },
  ],
  flows: [
    {
      id: 'redirect',
      name: 'Redirect',
      kind: 'read',
      rps: 11_600,
      peakFactor: 3,
      requestBytes: 300,
      responseBytes: 500,
      storedBytes: 0,
    },
    {
      id: 'shorten',
      name: 'Shorten',
      kind: 'write',
      rps: 116,
      peakFactor: 3,
      requestBytes: 600,
      responseBytes: 200,
      storedBytes: 500,
    },
  ],
  roles: [
    { id: 'redirects', title: 'service', kinds: ['service'], least: 2, why: 'It answers.', required: true },
    { id: 'cache', title: 'cache', kinds: ['cache'], why: 'Few links get most reads.', required: true },
    { id: 'store', title: 'store', kinds: ['key-value-store'], why: 'It keeps the links.', required: true },
  ],
  apis: [{ id: 'shorten', title: 'POST /links', terms: ['post', 'shorten'] }],
  entities: [{ id: 'link', title: 'Link', terms: ['link'] }],
  deepDive: [
    {
      id: 'store',
      title: 'Which store?',
      role: 'store',
      names: [{ id: 'key', title: 'Split by the hash of the key', terms: ['hash', 'shard key'] }],
    },
  ],
  pitfalls: [
    { id: 'no-cache', title: 'Every redirect reads the store', why: 'Few get most.', rule: 'uncached-reads' },
  ],
  followUps: [
    {
      id: 'double',
      title: 'Twice the traffic.',
      event: { kind: 'load', factor: 2 },
      survives: true,
      text: 'It goes on.',
    },
    {
      id: 'cold-cache',
      title: 'The cache is empty.',
      event: { kind: 'cache-lost' },
      survives: false,
      text: 'The store is overloaded.',
    },
    {
      id: 'server-lost',
      title: 'A server is lost.',
      event: { kind: 'down', role: 'redirects' },
      survives: true,
      text: 'Others take over.',
    },
    {
      id: 'store-down',
      title: 'The store is down.',
      event: { kind: 'down', role: 'store', all: true },
      survives: false,
      text: 'Nothing is read.',
    },
  ],
  hints: [{ section: 'estimates', text: 'Begin with links a second.' }],
  reference: tinyurl(),
  variants: [],
};
