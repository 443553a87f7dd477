import { platform } from '../platform/current';

/** The source of a figure or a rule; a link where there is an address. */
export function SourceWords({ text, url }: { readonly text: string; readonly url?: string | undefined }) {
  if (url === undefined) return <>{text}</>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        platform().openLink(url);
      }}
    >
      {text}
    </a>
  );
}
