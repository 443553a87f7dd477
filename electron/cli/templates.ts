import { tableOf } from '../../shared/formats/report/table';
import { templates } from '../../shared/templates';
import { type Call, done, type Outcome } from './command';
import { styleOf } from './style';
import { textTable } from './text-table';

export async function run({ host }: Call): Promise<Outcome> {
  const table = tableOf('Templates', templates, [
    { title: 'Template', align: 'left', text: ({ id }) => id },
    { title: 'Title', align: 'left', text: ({ title }) => title },
    { title: 'Summary', align: 'left', text: ({ summary }) => summary },
  ]);
  return done(textTable(table, styleOf(host.colour)));
}
