/** What the shell answers to a request of the window: its output, or why there is none. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ReplyError };

export interface ReplyError {
  /** forbidden: not requested by the app's own page. invalid-input: not of the request's form. failed: it was tried. */
  readonly key: 'forbidden' | 'invalid-input' | 'failed';
  /** Detail for a log, in English. */
  readonly detail: string;
}
