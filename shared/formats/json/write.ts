import { printDesign } from '../../model/print-design';
import { complete, type WriteJob, type Written } from '../format';

/** The text of a `.loadline.json` file: the document without defaults, indented by two spaces, with a newline at its end. */
export const writeJson = async ({ design }: WriteJob): Promise<Written> => complete(printDesign(design));
