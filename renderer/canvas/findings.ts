import { partsDrawnAs } from '../../shared/diagram/drawn-parts';
import { messageOf, partNames } from '../../shared/rules/finding-text';
import type { Finding } from '../../shared/rules/rule';
import { type Editor, useEditor } from '../store/editors';
import { type ReportState, resolvedOf, useReport } from '../store/report';
import { language } from '../words/language';

/** What a card bears a mark for: something is broken, and how badly. */
export type Mark = 'error' | 'warning';

function worst(findings: readonly Finding[] | undefined): Finding | null {
  let found: Finding | null = null;
  for (const finding of findings ?? []) {
    if (finding.stage !== 'broken' || finding.severity === 'info') continue;
    if (found === null || (finding.severity === 'error' && found.severity !== 'error')) found = finding;
  }
  return found;
}

/** The worst finding of what is drawn as a part. */
const worstOf = (editor: Editor, state: ReportState, id: string): Finding | null =>
  worst(partsDrawnAs(editor.design(), id).flatMap((part) => state.findingsOf.get(part) ?? []));

export function useWorst(id: string): Mark | null {
  const editor = useEditor();
  return useReport((state) => {
    const severity = worstOf(editor, state, id)?.severity;
    return severity === undefined || severity === 'info' ? null : severity;
  });
}

/** What a finding of the editor's design says. */
export function inWords(editor: Editor, finding: Finding): string {
  const design = editor.design();
  return messageOf(
    finding,
    design === null ? undefined : partNames(resolvedOf(design).design, language()),
    language(),
  );
}

/** The worst finding of a part, in words; '' where it has none. */
export function useWorstWords(id: string): string {
  const editor = useEditor();
  return useReport((state) => {
    const finding = worstOf(editor, state, id);
    return finding === null ? '' : inWords(editor, finding);
  });
}

const unfinished = (findings: readonly Finding[] | undefined): Finding | undefined =>
  findings?.find((finding) => finding.stage === 'unfinished');

/** What is not finished yet about a part, for its grey hint; the same object as long as it says the same. */
export function useUnfinished(id: string): Finding | null {
  const { report } = useEditor();
  const key = useReport((state) => {
    const finding = unfinished(state.findingsOf.get(id));
    return finding === undefined ? null : JSON.stringify(finding);
  });
  if (key === null) return null;
  return unfinished(report.getState().findingsOf.get(id)) ?? null;
}
