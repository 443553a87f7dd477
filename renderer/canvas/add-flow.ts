import { firstFlow, otherFlow } from '../../shared/edits/flow-offers';
import type { Change } from '../../shared/model/changes';
import { freeId } from '../../shared/model/ids';
import { type Design, flowsOf, nodesOf } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { t } from '../words/t';

type AddFlowChange = Extract<Change, { op: 'add-flow' }>;

/** A further flow of a source that reads and writes already: reads, a tenth of its first. */
function furtherFlow(design: Design, entry: string): AddFlowChange {
  const flows = flowsOf(design);
  const rps = flows.find((flow) => flow.entry === entry)?.rate.rps ?? 1000;
  const name = t('Flow {number}', { number: flows.length + 1 });
  return {
    op: 'add-flow',
    flow: { id: freeId(design, 'flow'), name, kind: 'read', entry, rate: { rps: rps / 10 } },
  };
}

/** The next flow of a source: its first, then the other kind as a ratio of it, then further ones. */
export function nextFlow(design: Design, entry: string): Change {
  const own = flowsOf(design).filter((flow) => flow.entry === entry);
  const source = nodesOf(design).find(({ id }) => id === entry);
  if (own.length === 0) return firstFlow(entry, source?.kind);
  const offer = otherFlow(design, entry);
  const isNew = offer !== null && !own.some((flow) => flow.kind === offer.kind);
  return isNew ? offer.change : furtherFlow(design, entry);
}

/** Adds a flow to a source and opens it. */
export function addFlow(editor: Editor, design: Design, entry: string): void {
  const change = nextFlow(design, entry);
  if (change.op === 'add-flow' && editor.edit(t('Add flow'), [change])) editor.selectFlow(change.flow.id);
}
