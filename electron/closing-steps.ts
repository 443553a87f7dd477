import type { Question } from './question';

/**
 * Where the closing of a window stands: its page is requested to write what is unsaved; where that fails or does not come to an
 * end, the person decides.
 */
export type Closing =
  | 'open'
  | 'flushing'
  | 'asking-unsaved'
  | 'asking-hung'
  | 'saving-file'
  | 'session-ending'
  | 'closed';

export type ClosingEvent =
  | 'close-requested'
  | 'session-ends'
  | 'page-gone'
  | 'saved'
  | 'not-saved'
  | 'limit-reached'
  | 'chose-file'
  | 'chose-close'
  | 'chose-cancel'
  | 'chose-wait'
  | 'file-written'
  | 'file-not-written';

export type ClosingAct =
  | 'none'
  | 'flush'
  | 'wait'
  | 'ask-unsaved'
  | 'ask-hung'
  | 'save-file'
  | 'close'
  | 'stay-open';

export interface ClosingStep {
  readonly next: Closing;
  readonly act: ClosingAct;
}

type Steps = Readonly<Partial<Record<ClosingEvent, ClosingStep>>>;

const closed: ClosingStep = { next: 'closed', act: 'close' };
/** Windows ends the session whatever is answered: nobody is asked, and the page gets the time that there is. */
const sessionEnds: ClosingStep = { next: 'session-ending', act: 'flush' };
const askUnsaved: ClosingStep = { next: 'asking-unsaved', act: 'ask-unsaved' };

const steps: Readonly<Record<Closing, Steps>> = {
  open: { 'close-requested': { next: 'flushing', act: 'flush' }, 'session-ends': sessionEnds },
  flushing: {
    'session-ends': { next: 'session-ending', act: 'wait' },
    // A page that is gone can no longer write. If it has reported what is unsaved, that can still be saved to a file.
    'page-gone': closed,
    saved: closed,
    'not-saved': askUnsaved,
    'limit-reached': { next: 'asking-hung', act: 'ask-hung' },
  },
  'asking-hung': {
    'session-ends': sessionEnds,
    'page-gone': closed,
    saved: closed,
    'not-saved': askUnsaved,
    'chose-wait': { next: 'flushing', act: 'wait' },
    'chose-close': closed,
  },
  'asking-unsaved': {
    'session-ends': sessionEnds,
    'chose-file': { next: 'saving-file', act: 'save-file' },
    'chose-close': closed,
    'chose-cancel': { next: 'open', act: 'stay-open' },
  },
  // Where to save is still being chosen, or the file is being written.
  'saving-file': { 'session-ends': sessionEnds, 'file-written': closed, 'file-not-written': askUnsaved },
  'session-ending': {
    'page-gone': closed,
    saved: closed,
    'not-saved': closed,
    'limit-reached': closed,
    'file-written': closed,
  },
  closed: {},
};

/** What an event leads to while a window closes. One that comes too late or does not fit changes nothing. */
export function closingStep(state: Closing, event: ClosingEvent): ClosingStep {
  return steps[state][event] ?? { next: state, act: 'none' };
}

export function unsavedQuestion(name: string): Question<'chose-file' | 'chose-close' | 'chose-cancel'> {
  return {
    title: `“${name}” is not saved`,
    detail:
      'Its last changes could not be written to storage. If you close without saving, they may be lost.',
    answers: [
      { id: 'chose-file', label: 'Save to a File…' },
      { id: 'chose-close', label: 'Close without Saving' },
      { id: 'chose-cancel', label: 'Cancel' },
    ],
    normal: 'chose-file',
    cancel: 'chose-cancel',
  };
}

export const hungQuestion: Question<'chose-wait' | 'chose-close'> = {
  title: 'Loadline is still saving',
  detail: 'The window does not answer. If you close it now, the last changes may be lost.',
  answers: [
    { id: 'chose-wait', label: 'Wait' },
    { id: 'chose-close', label: 'Close without Saving' },
  ],
  normal: 'chose-wait',
  cancel: 'chose-wait',
};
