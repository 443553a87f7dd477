import { z } from '../../../shared/model/zod';

const noticeSchema = z.object({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  homepage: z.string(),
  note: z.string(),
  text: z.string(),
});

/** The notice of one third-party work in the program. */
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

/** The notices that the build wrote beside the page; null where there are none, as in a window that was not built. */
export async function loadNotices(): Promise<readonly Notice[] | null> {
  const response = await fetch(new URL('licenses.json', document.baseURI));
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
  return response.ok && isJson ? z.array(noticeSchema).parse(await response.json()) : null;
}

/** Those whose name or licence has every word of the text. */
export function matchingNotices(notices: readonly Notice[], text: string): readonly Notice[] {
  const words = text.toLowerCase().split(/\s+/);
  return notices.filter(({ name, licence, note }) => {
    const searched = `${name} ${licence} ${note}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
