import { tidied, tidy } from '../../shared/edits/tidy';
import { arrangementOfGraph, layoutGraphOf } from '../../shared/layout/free-layout';
import type { Arrangement } from '../../shared/layout/layered';
import type { Design } from '../../shared/model/schema';
import { type LayoutJobs, startLayoutJobs } from '../engine/layout-jobs';
import { type Editor, perEditor } from '../store/editors';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { staysInLanes } from './lanes/stays-in-lanes';
import { perform } from './perform';
import { settle } from './settle';
import { fitAll } from './viewport';

export interface TidyOptions {
  /** These parts alone, with what is in the groups among them. */
  readonly ids?: readonly string[] | undefined;
  /** `layers`: a column for each layer; `free`: by the calls alone. */
  readonly way: 'layers' | 'free';
}

const jobsOf = perEditor((): LayoutJobs => startLayoutJobs());

/** Tidies all of a design or parts of it, as one step; false where it was not done, which a message explains. */
export async function tidyParts(
  editor: Editor,
  { ids, way }: TidyOptions,
  jobs: LayoutJobs = jobsOf(editor),
): Promise<boolean> {
  const design = editor.design();
  if (design === null || staysInLanes(editor)) return false;
  const arrangement = way === 'layers' ? undefined : await freeArrangement(design, ids, jobs);
  if (arrangement === null) return false;
  if (editor.design() !== design) {
    toast(t('The design was changed while it was being tidied: nothing was moved.'));
    return false;
  }
  const done = settle(editor, () => perform(editor, tidy(design, { ids, arrangement })));
  if (done && ids === undefined) fitAll(editor);
  return done;
}

/** Null where there is none: it was overtaken by another, or failed, which is shown. */
async function freeArrangement(
  design: Design,
  ids: readonly string[] | undefined,
  jobs: LayoutJobs,
): Promise<Arrangement | null> {
  const outcome = await jobs.run(layoutGraphOf(tidied(design, ids)));
  if (outcome.kind === 'done') return arrangementOfGraph(outcome.response);
  if (outcome.kind === 'threw' || outcome.kind === 'hung') {
    const message = outcome.kind === 'threw' ? outcome.message : t('it took too long');
    toast(t('The parts could not be tidied ({message}).', { message }), { tone: 'error' });
  }
  return null;
}
