import { printDesign } from '../../shared/model/parse';
import { templateOf, templates } from '../../shared/templates';
import { type Call, type Command, type Outcome, refused } from './command';
import { hint } from './nearest';
import { writeOutput } from './write-output';

async function run({ operands: [id = ''], options, host }: Call): Promise<Outcome> {
  const template = templateOf(id);
  if (template === undefined) {
    const known = templates.map((one) => one.id);
    return refused(`new: there is no template "${id}".${hint(id, known)}`);
  }
  const out = options.get('out');
  if (out === undefined) return refused(`new: --out is missing. Write loadline new ${id} --out FILE.`);
  const time = host.now();
  const design = { ...template.design, id: host.newId(), createdAt: time, updatedAt: time };
  // A design that somebody drew is not to be lost to a template of the same name.
  return writeOutput(host, out, printDesign(design), { isNew: true });
}

export const newCommand: Command = {
  id: 'new',
  operands: ['TEMPLATE'],
  options: [{ name: 'out', value: 'FILE', summary: 'The file to write, which must not be there yet.' }],
  summary: 'Start a design from a template.',
  run,
};
