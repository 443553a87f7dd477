import { z } from 'zod';
import { readDesign } from '../../shared/catalog/read';
import { boundsOfFragment } from '../../shared/edits/insert';
import { headOf } from '../../shared/math/graphemes';
import { applyChanges } from '../../shared/model/apply';
import type { Change, Fragment } from '../../shared/model/changes';
import { copyFragment, insertable } from '../../shared/model/fragment';
import { freeId } from '../../shared/model/ids';
import type { Design, Point } from '../../shared/model/schema';
import { removeSelection, snapped } from '../canvas/arrange';
import { canvasCentre } from '../canvas/viewport';
import { t } from '../i18n/t';
import { currentDesign, edit } from '../store/document';
import { useSelection } from '../store/selection';
import { toast } from '../store/workspace';
import { canEdit, hasCopyable } from './conditions';
import { pointerOnCanvas } from './pointer';

z.config({ jitless: true });

/** What marks a text on the clipboard as parts of a design. */
const clipboardType = 'application/vnd.loadline.parts+json';

const envelopeSchema = z.object({
  type: z.literal(clipboardType),
  fragment: z.object({
    nodes: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
    edges: z.array(z.looseObject({ id: z.string(), from: z.string(), to: z.string() })),
    groups: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
    flows: z.array(z.looseObject({ id: z.string(), entry: z.string() })),
    marks: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
    places: z.record(z.string(), z.object({ x: z.number(), y: z.number() })),
    boxes: z.record(
      z.string(),
      z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
    ),
  }),
});

/** px between a part and its copy, where nothing says where the copy should go. */
const copyOffset = 40;
const longestNote = 20_000;

/** Where the last paste went, so that the next one at the same place does not cover it. */
let lastPaste: { readonly at: Point; readonly count: number } | null = null;

/** The selected parts as a text for the clipboard, or null where there are none. */
export function copiedText(): string | null {
  const design = currentDesign();
  if (design === null || !hasCopyable()) return null;
  const fragment = copyFragment(design, [...useSelection.getState().ids]);
  return JSON.stringify({ type: clipboardType, fragment });
}

/** The parts in a text from the clipboard, or null where it is any other text. */
export function fragmentIn(text: string): Fragment | null {
  if (!text.includes(clipboardType)) return null;
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(text));
    // What else the parts have is checked once they stand in the design.
    return parsed.success ? (parsed.data.fragment as unknown as Fragment) : null;
  } catch {
    return null;
  }
}

/** Puts a text from the clipboard into the design: parts as parts, any other text as a note. */
export function pasteText(text: string): void {
  const design = currentDesign();
  if (design === null || !canEdit() || text.trim() === '') return;
  const fragment = fragmentIn(text);
  if (fragment === null) pasteNote(design, text);
  else pasteFragment(design, fragment);
}

/** The parts go under the pointer; where that is not over the canvas, beside those they were copied from. */
function pasteFragment(design: Design, fragment: Fragment): void {
  const bounds = boundsOfFragment(fragment);
  if (bounds === null) return;
  const at = pointerOnCanvas();
  const shift = at ?? { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  const again = repeated(shift) + (at === null ? 1 : 0);
  const offset = {
    x: snapped(shift.x - bounds.x - bounds.width / 2) + again * copyOffset,
    y: snapped(shift.y - bounds.y - bounds.height / 2) + again * copyOffset,
  };
  insert(design, fragment, offset, 'Paste');
}

function repeated(at: Point): number {
  const same = lastPaste !== null && lastPaste.at.x === at.x && lastPaste.at.y === at.y;
  const count = same && lastPaste !== null ? lastPaste.count + 1 : 0;
  lastPaste = { at, count };
  return count;
}

function pasteNote(design: Design, text: string): void {
  const at = pointerOnCanvas() ?? canvasCentre();
  const shift = repeated(at) * copyOffset;
  const id = freeId(design, 'note');
  const place = { x: snapped(at.x) + shift, y: snapped(at.y) + shift };
  const mark = { id, kind: 'note', ...place, text: headOf(text.trim(), longestNote) };
  edit(t('Paste as note'), [{ op: 'add-mark', mark }], { select: [id] });
}

function insert(design: Design, fragment: Fragment, offset: Point, verb: 'Paste' | 'Duplicate'): void {
  const fresh = insertable(design, fragment, offset);
  const ids = [...fresh.groups, ...fresh.nodes, ...fresh.marks].map((part) => part.id);
  const label = ids.length === 1 ? t(`${verb} 1 part`) : t(`${verb} {count} parts`, { count: ids.length });
  const changes: readonly Change[] = [{ op: 'insert', fragment: fresh }];
  // A text from the clipboard can say anything: the design with it must still be one that can be read again.
  const sound = readDesign(applyChanges(design, changes)).ok;
  if (!sound || !edit(label, changes, { select: ids }))
    toast(t('What was copied cannot stand in this design.'));
}

/** Puts a copy of what is selected beside it. */
export function duplicateSelection(): void {
  const design = currentDesign();
  if (design === null || !hasCopyable()) return;
  const fragment = copyFragment(design, [...useSelection.getState().ids]);
  insert(design, fragment, { x: copyOffset, y: copyOffset }, 'Duplicate');
}

const refused = (): void => {
  toast(t('The browser does not let this menu use the clipboard; its shortcut works.'));
};

export function copySelection(): void {
  const text = copiedText();
  if (text !== null) navigator.clipboard.writeText(text).catch(refused);
}

export function cutSelection(): void {
  const text = copiedText();
  if (text === null || !canEdit()) return;
  navigator.clipboard.writeText(text).then(removeSelection, refused);
}

export function pasteClipboard(): void {
  navigator.clipboard.readText().then(pasteText, refused);
}
