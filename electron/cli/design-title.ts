import { printable } from './printable';

/** What a text calls a design: its name, or where it has none, that. */
export const designTitle = ({ name }: { readonly name: string }): string =>
  name.trim() === '' ? 'Unnamed design' : printable(name);
