import { printDesign } from '../model/parse';
import type { Design } from '../model/schema';
import type { Exporter } from './exporter';

/** The text of a `.loadline.json` file: the document as sparse as it is, two spaces deep, with a newline at its end. */
export function toJson(design: Design): string {
  return printDesign(design);
}

export const jsonExporter: Exporter = {
  id: 'json',
  title: 'Design (JSON)',
  extension: 'loadline.json',
  mediaType: 'application/json',
  toText: ({ design }) => toJson(design),
};
