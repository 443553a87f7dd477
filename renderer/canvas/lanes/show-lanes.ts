import { arrangeInLanes } from '../../../shared/edits/in-lanes';
import { type Editor, perEditor } from '../../store/editors';
import { partBoxes } from '../part-boxes';
import { perform } from '../perform';
import { placeBack, placeForward, placesOf, type ScreenPlace } from '../places';
import { canvasRoot, fitAll, leavePlace, motionMs, placeNow, showPlace } from '../viewport';
import { shownDesign } from './shown';
import { dismissLanesHint } from './stays-in-lanes';

/** Where a person's own arrangement was looked at from, when lanes were shown over it. */
const ownPlaceOf = perEditor((): { design: string; place: ScreenPlace | null } => ({
  design: '',
  place: null,
}));

/** Lets what is on the canvas glide to its new place, edges aside, which are drawn once it is there. */
function glide(editor: Editor): void {
  const root = canvasRoot(editor);
  if (root === null) return;
  const ms = motionMs();
  if (ms === 0) return;
  root.dataset['gliding'] = '';
  setTimeout(() => delete root.dataset['gliding'], ms);
}

/** What lanes do not show cannot stay selected: a key would act on what nobody sees. */
function keepShownSelected(editor: Editor): void {
  const design = shownDesign(editor);
  if (design === null) return;
  const boxes = partBoxes(design);
  const edges = new Set((design.system.edges ?? []).map(({ id }) => id));
  const ids = [...editor.selection.getState().ids];
  const shown = ids.filter((id) => boxes.has(id) || edges.has(id));
  if (shown.length < ids.length) editor.select(shown);
}

function turn(editor: Editor, lanes: boolean): void {
  if (!lanes) dismissLanesHint(editor);
  glide(editor);
  editor.setView({ lanes, adding: null, edgeNotice: null, tool: 'select', toolLocked: false });
  keepShownSelected(editor);
}

/** Stands the canvas in lanes and shows them all, or leaves them for the places and the view that a person had before. */
export function showLanes(editor: Editor, lanes: boolean): void {
  const design = editor.design();
  if (design === null || editor.view.getState().lanes === lanes) return;
  const known = ownPlaceOf(editor);
  const now = placeNow(editor);
  leavePlace(editor);
  turn(editor, lanes);
  if (lanes) {
    known.design = design.id;
    known.place = now;
  }
  const { place } = known;
  const isKnown = !lanes && known.design === design.id && place !== null;
  if (isKnown) showPlace(editor, place);
  // Once the lanes are drawn, whose extent is that of their edges too.
  else requestAnimationFrame(() => fitAll(editor));
}

export const toggleLanes = (editor: Editor): void => showLanes(editor, !editor.view.getState().lanes);

/** Makes the arrangement in lanes that of the design, as one step; the view stays where it is. */
export function keepLanes(editor: Editor): void {
  const design = editor.design();
  if (design === null || !editor.view.getState().lanes) return;
  turn(editor, false);
  perform(editor, arrangeInLanes(design));
}

function showAgain(editor: Editor, found: ReturnType<typeof placeBack>): void {
  if (found === null) return;
  placesOf(editor).setState(found.history, true);
  const { to } = found;
  if (to.lanes !== editor.view.getState().lanes) turn(editor, to.lanes);
  showPlace(editor, to);
}

/** Shows again what was on the screen before the last jump. */
export function goBack(editor: Editor): void {
  const [design, now] = [editor.design(), placeNow(editor)];
  if (design !== null && now !== null)
    showAgain(editor, placeBack(placesOf(editor).getState(), design.id, now));
}

/** Shows again what going back left. */
export function goForward(editor: Editor): void {
  const [design, now] = [editor.design(), placeNow(editor)];
  if (design !== null && now !== null)
    showAgain(editor, placeForward(placesOf(editor).getState(), design.id, now));
}
