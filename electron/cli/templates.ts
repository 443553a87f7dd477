import { tableOf } from '../../shared/exporters/report/table';
import { templates } from '../../shared/templates';
import { type Command, done } from './command';
import { styleOf } from './style';
import { textTable } from './text-table';

export const templatesCommand: Command = {
  id: 'templates',
  operands: [],
  options: [],
  summary: 'List the finished designs to start from.',
  run: async ({ host }) => {
    const table = tableOf('Templates', templates, [
      { title: 'Template', align: 'left', text: ({ id }) => id },
      { title: 'Title', align: 'left', text: ({ title }) => title },
      { title: 'Summary', align: 'left', text: ({ summary }) => summary },
    ]);
    return done(textTable(table, styleOf(host.colour)));
  },
};
