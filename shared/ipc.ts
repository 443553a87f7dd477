import { z } from './model/zod';

/** Longest text of a design, in UTF-16 code units, that the window hands to the shell. */
const longestText = 200_000_000;

const flushedSchema = z.discriminatedUnion('saved', [
  z.object({ saved: z.literal(true) }),
  z.object({
    saved: z.literal(false),
    /** The design's name, for the question to the person. */
    name: z.string().max(1000),
    /** The design as a file, for the case that the person wants one. */
    file: z.object({ name: z.string().max(200), text: z.string().max(longestText) }),
  }),
]);

/** What has become of unsaved changes when a window is to close. */
export type Flushed = Readonly<z.infer<typeof flushedSchema>>;

const menusSchema = z
  .array(
    z.object({
      id: z.enum(['file', 'edit', 'insert', 'arrange', 'view', 'help']),
      items: z
        .array(
          z.object({
            id: z.string().min(1).max(100),
            title: z.string().min(1).max(200),
            /** Items of one section stand together; a line parts them from the next. */
            section: z.string().min(1).max(100),
            /** In Electron's words, e.g. `CommandOrControl+Shift+E`. */
            accelerator: z.string().max(100).nullable(),
            enabled: z.boolean(),
            /** null for what cannot be switched. */
            checked: z.boolean().nullable(),
          }),
        )
        .max(300),
    }),
  )
  .max(6);

/** The window's commands as menus of the application, with their state. */
export type Menus = z.infer<typeof menusSchema>;

/** Largest file that the shell hands to the window, in bytes: more than any design, and a backup of many. */
export const mostFileBytes = 200_000_000;

const openedFileSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), name: z.string(), bytes: z.instanceof(Uint8Array) }),
  z.object({
    ok: z.literal(false),
    name: z.string(),
    problem: z.enum(['too-large', 'unreadable']),
    /** What the system says of it. */
    detail: z.string(),
  }),
]);

/** A file that was opened with the app, or why it cannot be read. */
export type OpenedFile = Readonly<z.infer<typeof openedFileSchema>>;

/**
 * The one contract between the window and its shell. A request has an input and an output, each checked by zod on the
 * side that receives it; an event goes from the shell to the window. A handler that is missing does not compile.
 */
export const requests = {
  /** What the shell is, for the About line and for what it can do. */
  'app:info': {
    input: z.undefined(),
    output: z.object({ version: z.string(), platform: z.string() }),
  },
  /** Opens a web page in the person's browser; only https and mailto are let through. */
  'app:open-link': {
    input: z.object({ url: z.string().max(2048) }),
    output: z.object({ opened: z.boolean() }),
  },
  /** The window's answer to `app:closing`. The shell then closes it, or shows a question about what is not saved. */
  'app:flushed': { input: flushedSchema, output: z.undefined() },
  /** The files that were opened with the app since this was last asked. */
  'app:take-files': { input: z.undefined(), output: z.object({ files: z.array(openedFileSchema) }) },
  /** Shows the window's commands in the application menu. */
  'app:set-menu': { input: z.object({ menus: menusSchema }), output: z.undefined() },
  /** Follows the window's theme, so that the frame and a new window's first paint agree with it. */
  'app:set-theme': {
    input: z.object({ theme: z.enum(['light', 'dark', 'system']) }),
    output: z.undefined(),
  },
} as const;

export const events = {
  /** The window is to close: write what is unsaved, then answer with `app:flushed`. */
  'app:closing': z.undefined(),
  /** Files were opened with the app: the window gets them by `app:take-files`. */
  'app:files-waiting': z.undefined(),
  /** A command of the window was chosen in the application menu. */
  'app:run-command': z.object({ id: z.string() }),
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<N extends RequestName> = z.infer<(typeof requests)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.infer<(typeof requests)[N]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/** What the preload script puts on `window.loadline`. */
export interface Bridge {
  request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>>;
  /** Returns the function that takes the listener off again. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}
