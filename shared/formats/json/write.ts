import { printDesign } from '../../model/parse';
import { type WriteJob, type Written, whole } from '../format';

/** The text of a `.loadline.json` file: the document as sparse as it is, two spaces deep, with a newline at its end. */
export const writeJson = async ({ design }: WriteJob): Promise<Written> => whole(printDesign(design));
