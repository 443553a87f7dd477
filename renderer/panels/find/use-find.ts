import { useEffect, useMemo, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import { foundOf, lightNothing } from '../../canvas/found';
import { bringIntoView, focusCanvas, showViewport, viewportNow } from '../../canvas/viewport';
import { useDocument } from '../../store/document';
import { type Editor, perEditor, useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { language } from '../../words/language';
import { useRuleTitles } from '../findings/rule-words';
import { type FindEntry, type Found, type FoundKind, findEntries, findIn, partBoxOf } from './find-entries';
import { foldingIn } from './searched-text';

/** What was looked for last, offered again when the bar is opened. */
const lastTextOf = perEditor(() => createStore<{ readonly text: string }>(() => ({ text: '' })));

/** Height of the bar over the canvas, px. */
const barPx = 112;

const noKinds: ReadonlySet<FoundKind> = new Set();
const noParts: ReadonlySet<string> = new Set();
const nothing: Found = findIn([], '', noKinds, (text) => text);

/** All that can be found, made once for a design and its findings. */
function useEntries(): {
  readonly entries: readonly FindEntry[];
  readonly fold: ReturnType<typeof foldingIn>;
} {
  const design = useDocument((state) => state.design);
  const findings = useReport((state) => state.findings);
  const rules = useMemo(() => [...new Set(findings.map(({ rule }) => rule))], [findings]);
  const ruleTitle = useRuleTitles(rules);
  const [fold] = useState(() => foldingIn(language().locale));
  const entries = useMemo(
    () => (design === null ? [] : findEntries({ design, findings, ruleTitle, fold })),
    [design, findings, ruleTitle, fold],
  );
  return { entries, fold };
}

/** Selects a match and brings it into view; a match of the design itself opens the design's inspector. */
function showMatch(editor: Editor, { kind, part }: FindEntry): void {
  const design = editor.design();
  if (design === null) return;
  if (part === '*') {
    editor.clearSelection();
    editor.setView({ inspectDesign: true });
    return;
  }
  const isFlow = kind === 'flow' || design.system.flows?.some(({ id }) => id === part) === true;
  if (isFlow) editor.selectFlow(part);
  else editor.select([part]);
  const box = partBoxOf(design)(part);
  if (box !== null) bringIntoView(editor, box, { topPx: barPx });
}

/** A part stays lit with what shows it: a flow with its client. */
function litIds(editor: Editor, matches: readonly FindEntry[]): ReadonlySet<string> {
  const entryOf = new Map(editor.design()?.system.flows?.map(({ id, entry }) => [id, entry]) ?? []);
  return new Set(matches.map(({ part }) => entryOf.get(part) ?? part));
}

export interface Finder {
  readonly text: string;
  readonly kinds: ReadonlySet<FoundKind>;
  readonly found: Found;
  /** Which of the matches is shown; -1 for none. */
  readonly at: number;
  readonly setText: (text: string) => void;
  readonly toggleKind: (kind: FoundKind) => void;
  readonly go: (steps: 1 | -1) => void;
  /** Ends it where one is. */
  readonly close: () => void;
  /** Ends it and goes back to what was seen and selected before. */
  readonly goBack: () => void;
}

/** The state of the find bar: what is looked for, what is found, and which match is shown. */
export function useFind(): Finder {
  const editor = useEditor();
  const { entries, fold } = useEntries();
  const [before] = useState(() => ({
    viewport: viewportNow(editor),
    selected: [...editor.selection.getState().ids],
  }));
  const [text, setText] = useState(() => lastTextOf(editor).getState().text);
  const [kinds, setKinds] = useState(noKinds);
  const [shown, setShown] = useState<string | null>(null);
  const found = useMemo(
    () => (text.trim() === '' ? nothing : findIn(entries, text, kinds, fold)),
    [entries, text, kinds, fold],
  );
  useEffect(() => {
    const ids = found.matches.length === 0 ? null : litIds(editor, found.matches);
    foundOf(editor).setState({ ids, beside: noParts });
  }, [editor, found]);
  useEffect(() => () => lightNothing(editor), [editor]);
  const at = found.matches.findIndex(({ part }) => part === shown);
  const show = (match: FindEntry | undefined): void => {
    setShown(match?.part ?? null);
    if (match !== undefined) showMatch(editor, match);
  };
  const close = (): void => {
    editor.setView({ finding: null });
    focusCanvas(editor);
  };
  return {
    text,
    kinds,
    found,
    at,
    setText(next) {
      setText(next);
      lastTextOf(editor).setState({ text: next });
      const { matches } = findIn(entries, next, kinds, fold);
      // What is shown stays while it still matches: the view does not jump with each letter.
      show(matches.find(({ part }) => part === shown) ?? matches[0]);
    },
    toggleKind(kind) {
      const next = new Set(kinds);
      if (!next.delete(kind)) next.add(kind);
      setKinds(next);
      const { matches } = findIn(entries, text, next, fold);
      show(matches.find(({ part }) => part === shown) ?? matches[0]);
    },
    go(steps) {
      const { matches } = found;
      if (matches.length === 0) return;
      const next = at === -1 ? (steps === 1 ? 0 : matches.length - 1) : at + steps;
      show(matches[(next + matches.length) % matches.length]);
    },
    close,
    goBack() {
      if (before.viewport !== null) showViewport(editor, before.viewport);
      editor.select(before.selected);
      close();
    },
  };
}
