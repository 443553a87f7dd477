import { emptyDesign } from '../../shared/model/empty-design';
import { printDesign } from '../../shared/model/print-design';
import { templateOf, templates } from '../../shared/templates';
import { type Call, type Outcome, refused } from './command';
import { hint } from './nearest';
import { mismatchOf } from './out-format';
import { writeOutput } from './write-output';

export async function run({ operands: [id = ''], options, host }: Call): Promise<Outcome> {
  const time = host.now();
  const template = id === 'empty' ? { design: emptyDesign('', 'Untitled', time) } : templateOf(id);
  if (template === undefined) {
    const known = ['empty', ...templates.map((one) => one.id)];
    return refused(`new: there is no template "${id}".${hint(id, known)}`);
  }
  const out = options.get('out') ?? '-';
  const mismatch = mismatchOf(out, 'json');
  if (mismatch !== null) return refused(`new: ${mismatch}`);
  const design = { ...template.design, id: host.newId(), createdAt: time, updatedAt: time };
  // A design that somebody drew is not to be lost to a template of the same name.
  return writeOutput(host, out, printDesign(design), { isNew: true });
}
