import { readDesignText } from '../../shared/catalog/read';
import { withPlaces } from '../../shared/edits/arrange';
import { copyParts } from '../../shared/edits/arrow-ends';
import { boundsOfFragment, copyOffsetPx, duplicate, paste } from '../../shared/edits/insert';
import { partBoxes } from '../../shared/edits/part-boxes';
import { foreignFormatOf } from '../../shared/formats/foreign-format';
import { middleOf } from '../../shared/layout/geometry';
import type { Fragment } from '../../shared/model/changes';
import { copyFragment } from '../../shared/model/fragment';
import { freeId } from '../../shared/model/ids';
import { type Design, groupsOf, marksOf, nodesOf, type Point } from '../../shared/model/schema';
import { imageTypes } from '../canvas/annotations/image/image-types';
import { removeSelection, snapped } from '../canvas/arrange';
import { groupTitle } from '../canvas/groups/group-titles';
import { perform } from '../canvas/perform';
import { canvasCentre } from '../canvas/viewport';
import { isInView } from '../canvas/visible-box';
import { addToLibrary } from '../storage/library';
import { currentDesign, edit } from '../store/document';
import { activeEditor, perEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { useSelection } from '../store/selection';
import { toast } from '../store/workspace';
import { shownKeys } from '../ui/keys';
import { countText } from '../words/figures';
import { problemWords } from '../words/problem-words';
import { t } from '../words/t';
import {
  type ClipboardTexts,
  clipboardTexts,
  fragmentIn,
  partsType,
  webPartsType,
} from './clipboard-formats';
import { canEdit, hasCopyable } from './conditions';
import { outlineText } from './outline-text';
import { pointerOnCanvas } from './pointer';
import { showReadOnly } from './show-read-only';
import { takeFiles } from './take-files';

const origin: Point = { x: 0, y: 0 };
const longestNote = 20_000;

/** Where the last paste into an editor went, so that the next one at the same place does not cover it. */
const pastesOf = perEditor((): { last: { readonly at: Point; readonly count: number } | null } => ({
  last: null,
}));

/** The selected parts in every format of the clipboard, or null where there are none. */
export function copiedTexts(): Required<ClipboardTexts> | null {
  const design = currentDesign();
  if (design === null || !hasCopyable.get()) return null;
  const fragment = copyParts(design, [...useSelection.getState().ids]);
  const groups = new Map(groupsOf(design).map((group) => [group.id, group]));
  const text = outlineText(fragment, {
    node: (id) => resolvedOf(design).nodes.get(id)?.name ?? id,
    group: (id) => {
      const group = groups.get(id);
      return group === undefined ? id : groupTitle(group);
    },
  });
  return clipboardTexts(fragment, text);
}

/**
 * Puts what lies on the clipboard into the design: parts as parts, a design's text as its parts, other text as a note. They go to
 * `at`, the middle of what is pasted; where that is null to where they are seen.
 */
export function pasteTexts(texts: ClipboardTexts, at: Point | null = pointerOnCanvas()): void {
  const design = currentDesign();
  if (design === null || !canEdit.get()) {
    showReadOnly();
    return;
  }
  const fragment = fragmentIn(texts);
  const text = (texts.text ?? '').trim();
  if (fragment !== null) pasteFragment(design, fragment, at);
  else if (isDesignText(text)) pasteDesign(design, text, at);
  else if (text !== '') pasteText(design, text, at);
  else tellNothingToPaste();
}

function tellNothingToPaste(): void {
  toast(
    t('Nothing on the clipboard can be pasted: it takes parts, text, and PNG, JPEG, WebP or SVG pictures.'),
  );
}

/** Whether a text says that it is a design, whatever is wrong with it. */
const isDesignText = (text: string): boolean =>
  text.startsWith('{') && /"format"\s*:\s*"loadline"/.test(text.slice(0, 1000));

/** The parts of a whole design; what else it says of itself has no place in this one, and the message says so. */
function pasteDesign(design: Design, text: string, at: Point | null): void {
  const read = readDesignText(text);
  if (!read.ok) {
    const [problem] = read.problems;
    const reason = problem === undefined ? '' : problemWords(problem);
    toast(t('The design in the pasted text cannot be read. {reason}', { reason }), { tone: 'error' });
    return;
  }
  const pasted = withPlaces(read.value);
  const ids = [...groupsOf(pasted), ...nodesOf(pasted), ...marksOf(pasted)].map(({ id }) => id);
  if (!pasteFragment(design, copyFragment(pasted, ids), at)) return;
  toast(
    t('Only the parts of “{name}” were pasted, without its targets and workload.', { name: pasted.name }),
    {
      action: { label: t('Open as a design'), run: () => void addToLibrary(pasted) },
    },
  );
}

/** Without a place the parts go beside those they were copied from; to the middle of the view where that is out of it. */
function pasteFragment(design: Design, fragment: Fragment, at: Point | null): boolean {
  const bounds = boundsOfFragment(fragment);
  const beside = bounds === null ? origin : middleOf(bounds);
  const to = at ?? (isInView(activeEditor(), beside) ? null : canvasCentre(activeEditor()));
  const again = repeated(to ?? beside);
  return perform(activeEditor(), paste(design, { fragment, at: to ?? undefined, again }));
}

function repeated(at: Point): number {
  const pastes = pastesOf(activeEditor());
  const { last } = pastes;
  const count = last !== null && last.at.x === at.x && last.at.y === at.y ? last.count + 1 : 0;
  pastes.last = { at, count };
  return count;
}

/** A text becomes a note, unless it is a diagram of another program or longer than a note can be. */
function pasteText(design: Design, text: string, wanted: Point | null): void {
  const foreign = foreignFormatOf(text);
  // A picture or a page is no text: what looks like its beginning is only quoted.
  if (foreign?.isDiagram === true) {
    const values = { format: foreign.title };
    toast(
      t(
        'This is {format}, which cannot be read. Nothing was pasted. To keep it as text, write it into a note.',
        values,
      ),
    );
    return;
  }
  if (text.length > longestNote) {
    const values = { length: countText(text.length), longest: countText(longestNote) };
    toast(t('The text has {length} characters; a note has room for {longest}. Nothing was pasted.', values));
    return;
  }
  const at = wanted ?? canvasCentre(activeEditor());
  const shift = repeated(at) * copyOffsetPx;
  const id = freeId(design, 'note');
  const place = { x: snapped(at.x) + shift, y: snapped(at.y) + shift };
  edit(t('Paste as note'), [{ op: 'add-mark', mark: { id, kind: 'note', ...place, text } }], {
    select: [id],
  });
}

/** Puts a copy of what is selected beside it. */
export function duplicateSelection(): void {
  const design = currentDesign();
  if (design === null || !hasCopyable.get()) return;
  const parts = partBoxes(design);
  perform(
    activeEditor(),
    duplicate(design, { ids: [...useSelection.getState().ids].filter((id) => parts.has(id)) }),
  );
}

const refused = (): void => {
  toast(
    t('The browser does not let this menu use the clipboard; {copy} and {paste} always work.', {
      copy: shownKeys('mod+c'),
      paste: shownKeys('mod+v'),
    }),
  );
};

/** Older browsers have no test for it; they know no format but their own. */
const isWebTypeKnown = (): boolean =>
  typeof ClipboardItem.supports === 'function' && ClipboardItem.supports(webPartsType);

/** The menu has no event of the clipboard: it reads the clipboard itself, in every format that the browser permits. */
async function write(texts: Required<ClipboardTexts>): Promise<void> {
  const blobOf = (text: string, type: string): Blob => new Blob([text], { type });
  const item = {
    'text/plain': blobOf(texts.text, 'text/plain'),
    'text/html': blobOf(texts.html, 'text/html'),
    ...(isWebTypeKnown() ? { [webPartsType]: blobOf(texts.parts, partsType) } : {}),
  };
  await navigator.clipboard.write([new ClipboardItem(item)]);
}

/** The pictures among what lies on the clipboard, each in the best format that it is there in. */
async function picturesIn(items: readonly ClipboardItem[]): Promise<readonly File[]> {
  const found = items.map(async (item) => {
    const type = imageTypes.find((one) => item.types.includes(one));
    return type === undefined ? [] : [new File([await item.getType(type)], t('Picture'), { type })];
  });
  return (await Promise.all(found)).flat();
}

async function textsIn(items: readonly ClipboardItem[]): Promise<ClipboardTexts> {
  const textOf = async (type: string): Promise<string | null> => {
    const item = items.find(({ types }) => types.includes(type));
    return item === undefined ? null : (await item.getType(type)).text();
  };
  const [parts, html, text] = await Promise.all([webPartsType, 'text/html', 'text/plain'].map(textOf));
  return {
    ...(parts == null ? {} : { parts }),
    ...(html == null ? {} : { html }),
    ...(text == null ? {} : { text }),
  };
}

export function copySelection(): void {
  const texts = copiedTexts();
  if (texts !== null) write(texts).catch(refused);
}

export function cutSelection(): void {
  const texts = copiedTexts();
  if (texts === null || !canEdit.get()) return;
  write(texts).then(() => removeSelection(activeEditor()), refused);
}

/** Parts before pictures: a copy of parts can have a picture of them beside it. */
async function pasteItems(items: readonly ClipboardItem[], at: Point | null): Promise<void> {
  const texts = await textsIn(items);
  const pictures = fragmentIn(texts) === null ? await picturesIn(items) : [];
  if (pictures.length > 0 && canEdit.get()) await takeFiles(pictures, at);
  else pasteTexts(texts, at);
}

export function pasteClipboard(): void {
  // The pointer goes on while the browser reads, or asks whether it may.
  const at = pointerOnCanvas();
  navigator.clipboard.read().then((items) => pasteItems(items, at), refused);
}
