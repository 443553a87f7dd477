import { editorHook } from './editors';

export { resolvedOf } from '../../shared/catalog/resolved-index';
export type { ReportState } from './editor/report';

/** The figures of the design in an editor. */
export const useReport = editorHook((editor) => editor.report);
