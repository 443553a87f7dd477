import { severities } from '../../shared/rules/rule';
import type { Command } from './command';

const json = { name: 'json', summary: 'Print one JSON value.' };

/**
 * Every subcommand, in the order of the help. What one does lies in the file of its name and is loaded when it is called: none
 * waits for what another needs, and neither the help nor a word mistyped waits for any.
 */
export const commands: readonly Command[] = [
  {
    id: 'check',
    operands: ['FILE'],
    options: [
      json,
      {
        name: 'min-severity',
        value: severities.join('|'),
        choices: severities,
        summary: 'Exit with 1 from this severity on; error where left out.',
      },
    ],
    summary: 'Check a design against the design rules.',
    load: () => import('./check'),
  },
  {
    id: 'analyze',
    operands: ['FILE'],
    options: [
      { name: 'load', value: 'X', summary: 'Factor on the rate of every flow; 1 where left out.' },
      {
        name: 'explain',
        value: 'ID.METRIC',
        summary: 'Explain one figure, such as totals.servers.',
      },
      json,
    ],
    summary: 'Print every figure of a design.',
    load: () => import('./analyze'),
  },
  {
    id: 'sweep',
    operands: ['FILE'],
    options: [json],
    summary: 'Analyse loads from 0.05 to 1.2 times the one at which the first node saturates.',
    load: () => import('./sweep'),
  },
  {
    id: 'size',
    operands: ['FILE'],
    options: [
      json,
      { name: 'out', value: 'FILE', summary: 'Write the design with these sizes; - for standard output.' },
    ],
    summary: 'Find the cheapest sizes that meet every target.',
    load: () => import('./size'),
  },
  {
    id: 'export',
    operands: ['FILE'],
    // Made of the formats' own options, which only this subcommand has to load.
    options: async () => (await import('./export-options')).exportOptions,
    summary: 'Write a design as a picture, as a page, as tables or as JSON.',
    load: () => import('./export'),
  },
  {
    id: 'edit',
    operands: ['FILE'],
    options: [
      {
        name: 'script',
        value: 'FILE',
        isRequired: true,
        summary: 'The operations, a line each as JSON; - for standard input.',
      },
      { name: 'out', value: 'FILE', summary: 'The file to write; standard output where left out.' },
    ],
    summary: 'Edit a design by a script, as the window edits it.',
    details: async () => {
      const { operations } = await import('../../shared/edits/operations');
      return [
        'Operations, each as {"op":"NAME", …} with these arguments, those in brackets optional:',
        ...operations.map(({ id, summary }) => `  ${id} ${summary}`.trimEnd()),
        '  fix rule target (a quick fix that check offers)',
        'and the changes of a design themselves, such as patch-config id patch.',
      ];
    },
    load: () => import('./edit'),
  },
  {
    id: 'diff',
    operands: ['A', 'B'],
    options: [json],
    summary: 'Show what changed from design A to design B, and how the figures changed.',
    load: () => import('./diff'),
  },
  {
    id: 'templates',
    operands: [],
    options: [],
    summary: 'List the finished designs to start from.',
    load: () => import('./templates'),
  },
  {
    id: 'new',
    operands: ['TEMPLATE'],
    options: [
      {
        name: 'out',
        value: 'FILE',
        isRequired: true,
        summary: 'The file to write, which must not be there yet; - for standard output.',
      },
    ],
    summary: 'Start a design from a template.',
    load: () => import('./new'),
  },
  {
    id: 'schema',
    operands: [],
    options: [],
    summary: 'Print the JSON Schema of a design file.',
    load: () => import('./schema'),
  },
];
